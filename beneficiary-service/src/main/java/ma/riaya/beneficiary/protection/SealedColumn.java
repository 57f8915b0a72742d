package ma.riaya.beneficiary.protection;

/** The columns whose values only the application can read; the name is part of what each value is bound to. */
public enum SealedColumn {
    PERSON_CIN("person.cin_sealed"),
    ACCOUNT_IBAN("account.iban_sealed"),
    PENSION_AMOUNT("pension_period.amount_sealed"),
    IMPORT_CONTENT("import_part.content_sealed"),
    IMPORT_KEPT("import_kept.content_sealed"),
    CHANGE_CONTENT("change_request.content_sealed"),
    CHANGE_ANSWER("change_request.answer_sealed");

    private final String bound;

    SealedColumn(String bound) {
        this.bound = bound;
    }

    String bound() {
        return bound;
    }
}
