package ma.riaya.welfare.payment;

import java.util.UUID;

/** What became of a disbursement. */
public record DisbursementSettled(UUID disbursement, SourceType sourceType, UUID source, Outcome outcome) {

    /** What the bank was told, or said. */
    public enum Outcome {
        SENT,
        PAID,
        REFUSED,
        RETURNED
    }
}
