package ma.riaya.welfare.payment;

import java.util.UUID;

/** What became of a disbursement. */
public record DisbursementSettled(UUID disbursement, SourceType sourceType, UUID source, Outcome outcome) {

    /** What the bank was told, or said; or that it will not hear of it. */
    public enum Outcome {
        SENT,
        PAID,
        REFUSED,
        RETURNED,
        STOPPED
    }
}
