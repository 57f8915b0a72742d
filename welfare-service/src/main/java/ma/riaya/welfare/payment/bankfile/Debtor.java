package ma.riaya.welfare.payment.bankfile;

/** Whose account is debited: the institution's own. */
public record Debtor(String name, String iban, String bic) {}
