package ma.riaya.welfare.payment;

import java.util.UUID;

/** Told to observers inside the transaction in which a disbursement changed; the payment itself has moved the budget. */
public record DisbursementSettled(UUID disbursement, SourceType sourceType, UUID source, Outcome outcome) {

    /** What the bank was told, or said. */
    public enum Outcome {
        SENT,
        PAID,
        REFUSED,
        RETURNED
    }
}
