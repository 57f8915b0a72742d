package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.protection.SealedText;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All that was ever known of a person and decides entitlement, as stored. */
@Singleton
class PersonHistory {

    private static final Instant BEFORE_ALL = Instant.EPOCH;

    private static final String FACTS = """
            SELECT h.*, f.known_at AS learnt_at, f.actor AS learnt_by, f.office AS learnt_office, f.cause AS learnt_cause,
                f.about AS learnt_about,
                CASE WHEN :healthOpen OR NOT tells_of_health(f.about) THEN f.reason END AS learnt_reason,
                u.known_at AS left_at, u.actor AS left_by, u.office AS left_office, u.cause AS left_cause,
                u.about AS left_about,
                CASE WHEN :healthOpen OR NOT tells_of_health(u.about) THEN u.reason END AS left_reason
            FROM (
                SELECT id, 'CATEGORY' AS fact, category AS what, NULL::uuid AS linked_id, NULL::uuid AS other_id,
                    lower(held) AS "from", upper(held) AS until, end_reason, evidence, source,
                    founded_by, ended_by, NULL::bytea AS sealed, known_from, known_until, person_id AS written_for
                FROM category_period WHERE person_id = ANY (records_of(ARRAY[:person]))
                UNION ALL
                SELECT id, 'PENSION', NULL, NULL, NULL, lower(held), upper(held), NULL, NULL, source,
                    NULL, NULL, amount_sealed, known_from, known_until, person_id
                FROM pension_period WHERE person_id = ANY (records_of(ARRAY[:person]))
                UNION ALL
                SELECT id, 'LINK', kind, person_id, other_id, lower(held), upper(held), end_reason, evidence, source,
                    founded_by, ended_by, NULL, known_from, known_until, person_id
                FROM person_link WHERE (person_id = ANY (records_of(ARRAY[:person])) OR other_id = ANY (records_of(ARRAY[:person])))
                    AND is_told_of(person_id) AND is_told_of(other_id)
                UNION ALL
                SELECT id, 'PAYEE', ground, payee_id, person_id, lower(held), upper(held), NULL, evidence, 'ENTRY',
                    NULL, NULL, NULL, known_from, known_until, person_id
                FROM payee_period WHERE person_id = ANY (records_of(ARRAY[:person])) AND is_told_of(payee_id)
                UNION ALL
                SELECT id, kind, NULL, NULL, NULL, day, NULL, NULL, NULL, source, NULL, NULL, NULL, known_from, known_until, person_id
                FROM life_date WHERE person_id = ANY (records_of(ARRAY[:person]))
            ) h
            JOIN knowledge f ON f.id = h.known_from
            LEFT JOIN knowledge u ON u.id = h.known_until
            WHERE (f.known_at, h.id) > (:afterAt, :afterId)
            ORDER BY f.known_at, h.id LIMIT :rows
            """;

    private final Jdbi jdbi;
    private final Seal seal;
    private final SealedText texts;

    PersonHistory(Jdbi jdbi, Seal seal, SealedText texts) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.texts = texts;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            UUID id,
            HistoryView.Fact fact,
            @Nullable String what,
            @Nullable UUID linkedId,
            @Nullable UUID otherId,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endReason,
            @Nullable String evidence,
            String source,
            @Nullable UUID foundedBy,
            @Nullable UUID endedBy,
            byte @Nullable [] sealed,
            UUID writtenFor,
            OffsetDateTime learntAt,
            String learntBy,
            @Nullable String learntOffice,
            Knowledge.Cause learntCause,
            @Nullable UUID learntAbout,
            @Nullable String learntReason,
            @Nullable OffsetDateTime leftAt,
            @Nullable String leftBy,
            @Nullable String leftOffice,
            Knowledge.@Nullable Cause leftCause,
            @Nullable UUID leftAbout,
            @Nullable String leftReason) {}

    List<HistoryView> of(UUID person, @Nullable Cursor after, int rows, Set<SensitiveField> opened) {
        return jdbi.withHandle(handle -> handle.createQuery(FACTS)
                .bind("person", person)
                .bind("afterAt", Knowledge.bound(after == null ? BEFORE_ALL : after.value(0, Instant::parse)))
                .bind("afterId", after == null ? new UUID(0, 0) : after.uuid(1))
                .bind("rows", rows)
                .bind("healthOpen", opened.contains(SensitiveField.HEALTH))
                .mapTo(Row.class)
                .map(row -> view(row, opened))
                .list());
    }

    static Cursor cursor(HistoryView fact) {
        return Cursor.of(fact.known().at(), fact.id());
    }

    /** A paper of a category, or of someone who cannot act, may tell of an illness. */
    private static boolean mayTellOfHealth(Row row) {
        return row.fact() == HistoryView.Fact.CATEGORY
                || PayeeGround.INCAPABLE.name().equals(row.what());
    }

    private HistoryView view(Row row, Set<SensitiveField> opened) {
        boolean healthOpen = opened.contains(SensitiveField.HEALTH);
        byte[] sealed = row.sealed();
        return new HistoryView(
                row.id(),
                row.fact(),
                row.what(),
                row.linkedId(),
                row.otherId(),
                row.from(),
                row.until(),
                row.endReason(),
                healthOpen || !mayTellOfHealth(row) ? texts.open(row.writtenFor(), row.evidence()) : null,
                sealed == null || !opened.contains(SensitiveField.PENSION)
                        ? null
                        : Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, row.id(), sealed)),
                row.source(),
                row.foundedBy(),
                row.endedBy(),
                new HistoryView.Learnt(
                        row.learntAt().toInstant(),
                        row.learntBy(),
                        row.learntOffice(),
                        row.learntCause(),
                        row.learntAbout(),
                        Knowledge.told(texts, row.learntAbout(), row.learntReason())),
                superseded(row));
    }

    private HistoryView.@Nullable Learnt superseded(Row row) {
        OffsetDateTime at = row.leftAt();
        String by = row.leftBy();
        Knowledge.Cause cause = row.leftCause();
        return at == null || by == null || cause == null
                ? null
                : new HistoryView.Learnt(
                        at.toInstant(),
                        by,
                        row.leftOffice(),
                        cause,
                        row.leftAbout(),
                        Knowledge.told(texts, row.leftAbout(), row.leftReason()));
    }
}
