package ma.riaya.beneficiary.protection;

/** The columns whose values only the application can read; the name is part of what each value is bound to. */
public enum SealedColumn {
    PERSON_CIN("person.cin_sealed"),
    ACCOUNT_IBAN("account.iban_sealed"),
    PENSION_AMOUNT("pension_period.amount_sealed"),
    APART_REASON("double_pair.apart_sealed"),
    MERGE_REASON("person_merge.reason_sealed"),
    MERGE_DECISION("person_merge.decision_sealed"),
    IMPORT_CONTENT("import_part.content_sealed"),
    IMPORT_KEPT("import_kept.content_sealed");

    private final String bound;

    SealedColumn(String bound) {
        this.bound = bound;
    }

    String bound() {
        return bound;
    }
}
