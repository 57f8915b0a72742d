package ma.riaya.beneficiary.protection;

import java.util.Arrays;
import java.util.Optional;

/** The columns whose values only the application can read; the name is part of what each value is bound to. */
public enum SealedColumn {
    PERSON_CIN("person.cin_sealed"),
    ACCOUNT_IBAN("account.iban_sealed"),
    PENSION_AMOUNT("pension_period.amount_sealed"),
    APART_REASON("double_pair.apart_sealed"),
    MERGE_REASON("person_merge.reason_sealed"),
    MERGE_DECISION("person_merge.decision_sealed"),
    IMPORT_CONTENT("import_part.content_sealed"),
    IMPORT_KEPT("import_kept.content_sealed"),
    SHIELD_REASON("shield.reason_sealed"),
    CORRECTION_SAID("correction_request.said_sealed"),
    CORRECTION_ANSWER("correction_request.answer_sealed"),
    HOLD_REASON("legal_hold.reason_sealed"),
    EVIDENCE("category_period.evidence"),
    CHANGE_CONTENT("change_request.content_sealed"),
    CHANGE_ANSWER("change_request.answer_sealed");

    private final String bound;

    SealedColumn(String bound) {
        this.bound = bound;
    }

    /** The one that is bound to this {@code table.column}. */
    public static Optional<SealedColumn> named(String bound) {
        return Arrays.stream(values())
                .filter(column -> column.bound.equals(bound))
                .findFirst();
    }

    String bound() {
        return bound;
    }
}
