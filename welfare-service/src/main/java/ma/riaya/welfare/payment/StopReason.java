package ma.riaya.welfare.payment;

/** Why a payment is taken out before the bank has it; words about a person stand in their file and not here. */
public enum StopReason {
    PAYEE_DECEASED,
    ACCOUNT_IN_DOUBT,
    DECISION_IN_DOUBT,
    PAID_OTHERWISE
}
