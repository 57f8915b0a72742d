package ma.riaya.beneficiary.processing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ma.riaya.beneficiary.processing.PurposeVersion.State;
import ma.riaya.kit.time.Clocks;
import org.jdbi.v3.core.Jdbi;

/** The register of processing, as stored. */
@Singleton
class Purposes {

    private static final String COLUMNS = """
            SELECT code, version, title_ar, title_fr, authorisation, authorisation_confirmed, authorised_until, legal_basis,
                fields, roles, retention_months, state, proposed_by, proposed_at, decided_by, decided_at
            FROM processing_purpose
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Purposes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
    }

    /** Few, and read in one go. */
    List<PurposeVersion> inForce() {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE state = 'IN_FORCE' ORDER BY code")
                .mapTo(PurposeVersion.class)
                .list());
    }

    /** Those in force, and those that wait for a second person. */
    List<PurposeVersion> current() {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "WHERE state IN ('IN_FORCE', 'PROPOSED') ORDER BY code, version")
                        .mapTo(PurposeVersion.class)
                        .list());
    }

    List<PurposeVersion> versions(String code) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "WHERE code = :code ORDER BY version DESC LIMIT 200")
                        .bind("code", code)
                        .mapTo(PurposeVersion.class)
                        .list());
    }

    /** All versions of a purpose, which nobody else changes until the transaction ends. */
    List<PurposeVersion> locked(String code) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT pg_advisory_xact_lock(hashtext('processing'), hashtext(:code))::text")
                .bind("code", code)
                .mapTo(String.class)
                .list());
        return versions(code);
    }

    /** False where a version of this purpose waits already. */
    boolean propose(String code, int version, PurposeBody body, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO processing_purpose (code, version, title_ar, title_fr, authorisation,
                                    authorisation_confirmed, authorised_until, legal_basis, fields, roles, retention_months,
                                    state, proposed_by, proposed_at)
                                VALUES (:code, :version, :titleAr, :titleFr, :authorisation, :confirmed, :until, :basis,
                                    CAST(:fields AS text[]), CAST(:roles AS text[]), :months, 'PROPOSED', :by, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("code", code)
                        .bind("version", version)
                        .bind("titleAr", body.titleAr())
                        .bind("titleFr", body.titleFr())
                        .bind("authorisation", body.authorisation())
                        .bind("confirmed", body.authorisation() != null)
                        .bind("until", body.authorisedUntil())
                        .bind("basis", body.legalBasis())
                        .bindArray(
                                "fields",
                                String.class,
                                body.fields().stream()
                                        .map(Enum::name)
                                        .distinct()
                                        .toArray())
                        .bindArray(
                                "roles",
                                String.class,
                                body.roles().stream().distinct().toArray())
                        .bind("months", body.retentionMonths())
                        .bind("by", by)
                        .bind("now", now())
                        .execute())
                == 1;
    }

    /** The version takes the place of the one in force. */
    void approve(String code, int version, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE processing_purpose SET state = 'REPLACED' WHERE code = :code AND state = 'IN_FORCE'")
                .bind("code", code)
                .execute());
        decide(code, version, State.IN_FORCE, by);
    }

    void decide(String code, int version, State state, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE processing_purpose SET state = :state, decided_by = :by, decided_at = :now
                        WHERE code = :code AND version = :version
                        """)
                .bind("state", state.name())
                .bind("by", by)
                .bind("now", now())
                .bind("code", code)
                .bind("version", version)
                .execute());
    }

    Optional<PurposeVersion> inForce(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE code = :code AND state = 'IN_FORCE'")
                .bind("code", code)
                .mapTo(PurposeVersion.class)
                .findOne());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
