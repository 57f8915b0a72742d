package ma.riaya.beneficiary.processing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.riaya.beneficiary.protection.SensitiveField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of {@code processing_purpose}. */
record PurposeVersion(
        String code,
        int version,
        String titleAr,
        String titleFr,
        @Nullable String authorisation,
        boolean authorisationConfirmed,
        @Nullable LocalDate authorisedUntil,
        String legalBasis,
        List<String> fields,
        List<String> roles,
        int retentionMonths,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt) {

    @Schema(name = "PurposeState")
    enum State {
        PROPOSED,
        IN_FORCE,
        REPLACED,
        REFUSED
    }

    boolean isAuthorised(LocalDate today) {
        return authorisation != null && (authorisedUntil == null || !today.isAfter(authorisedUntil));
    }

    Set<SensitiveField> covers() {
        Set<SensitiveField> covered = EnumSet.noneOf(SensitiveField.class);
        fields.forEach(field -> covered.add(SensitiveField.valueOf(field)));
        return covered;
    }
}
