package ma.riaya.beneficiary.doubles;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.beneficiary.person.PossibleDoubles;
import ma.riaya.beneficiary.person.Resemblance;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The pairs as stored. */
@Singleton
class DoublePairs {

    private static final String COLUMNS = """
            SELECT d.id, d.one, d.other, d.certainty, d.score, d.birth_date, d.sex, d.cin, d.matricule, d.office, d.state,
                d.found_at, d.apart_sealed, d.decided_by, d.decided_at, d.version
            FROM double_pair d
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;

    DoublePairs(Jdbi jdbi, Clock clock, Seal seal) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
    }

    /** Why somebody said that they are two people. */
    @Nullable
    String apartReason(DoublePair pair) {
        byte[] sealed = pair.apartSealed();
        return sealed == null ? null : seal.open(SealedColumn.APART_REASON, pair.id(), sealed);
    }

    /** Two who are alike, and how. */
    record Found(UUID one, UUID other, PossibleDoubles.Certainty certainty, Resemblance resemblance) {

        /** Whichever of the two was compared, they are one pair. */
        static Found of(UUID person, PossibleDoubles.Candidate candidate) {
            UUID met = candidate.person();
            // As PostgreSQL orders them: byte by byte.
            boolean inOrder = person.toString().compareTo(met.toString()) < 0;
            return new Found(
                    inOrder ? person : met, inOrder ? met : person, candidate.certainty(), candidate.resemblance());
        }
    }

    /** Keeps each pair once, in one statement; who was set apart, as themselves or as a record merged since, is not raised again. Answers how many were not on the list. */
    int keep(Collection<Found> found) {
        if (found.isEmpty()) {
            return 0;
        }
        TreeMap<String, Found> once = new TreeMap<>();
        found.forEach(pair -> once.putIfAbsent(pair.one() + " " + pair.other(), pair));
        List<Found> pairs = List.copyOf(once.values());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH kept AS (
                            INSERT INTO double_pair AS d (id, one, other, certainty, score, birth_date, sex, cin, matricule, office, found_at)
                            SELECT g.id, g.one, g.other, g.certainty, g.score, g.birth, g.sex, g.cin, g.matricule, g.office, :now
                            FROM unnest(CAST(:ids AS uuid[]), CAST(:ones AS uuid[]), CAST(:others AS uuid[]), CAST(:certainties AS text[]),
                                    CAST(:scores AS numeric[]), CAST(:births AS text[]), CAST(:sexes AS text[]), CAST(:cins AS text[]),
                                    CAST(:matricules AS text[]), CAST(:offices AS text[]))
                                AS g(id, one, other, certainty, score, birth, sex, cin, matricule, office)
                            WHERE NOT EXISTS (
                                SELECT FROM merged_person m
                                CROSS JOIN LATERAL (SELECT CASE WHEN m.survivor = g.one THEN g.other ELSE g.one END AS id) met
                                JOIN double_pair a ON a.state = 'APART' AND a.one = least(m.merged, met.id) AND a.other = greatest(m.merged, met.id)
                                WHERE m.known_until IS NULL AND m.survivor IN (g.one, g.other))
                            ON CONFLICT (one, other) DO UPDATE SET certainty = excluded.certainty, score = excluded.score,
                                birth_date = excluded.birth_date, sex = excluded.sex, cin = excluded.cin,
                                matricule = excluded.matricule, office = excluded.office, version = d.version + 1
                            WHERE d.state = 'OPEN' AND (d.certainty, d.score, d.birth_date, d.sex, d.cin, d.matricule, d.office)
                                IS DISTINCT FROM (excluded.certainty, excluded.score, excluded.birth_date, excluded.sex, excluded.cin,
                                    excluded.matricule, excluded.office)
                            RETURNING d.version
                        )
                        SELECT count(*) FROM kept WHERE version = 1
                        """)
                .bind("now", now())
                .bindArray("ids", UUID.class, column(pairs, pair -> UuidCreator.getTimeOrderedEpoch()))
                .bindArray("ones", UUID.class, column(pairs, Found::one))
                .bindArray("others", UUID.class, column(pairs, Found::other))
                .bindArray(
                        "certainties",
                        String.class,
                        column(pairs, pair -> pair.certainty().name()))
                .bindArray(
                        "scores",
                        String.class,
                        column(
                                pairs,
                                pair -> Double.toString(
                                        pair.resemblance().name().score())))
                .bindArray(
                        "births",
                        String.class,
                        column(pairs, pair -> pair.resemblance().birth().name()))
                .bindArray(
                        "sexes",
                        String.class,
                        column(pairs, pair -> pair.resemblance().sex().name()))
                .bindArray(
                        "cins",
                        String.class,
                        column(pairs, pair -> pair.resemblance().cin().name()))
                .bindArray(
                        "matricules",
                        String.class,
                        column(pairs, pair -> pair.resemblance().matricule().name()))
                .bindArray(
                        "offices",
                        String.class,
                        column(pairs, pair -> pair.resemblance().office().name()))
                .mapTo(Integer.class)
                .one());
    }

    Optional<DoublePair> find(UUID id) {
        return read(COLUMNS + "WHERE d.id = :id", id);
    }

    Optional<DoublePair> lock(UUID id) {
        return read(COLUMNS + "WHERE d.id = :id FOR UPDATE", id);
    }

    /**
     * The surest first, then the one found first.
     *
     * @param office of one of the two
     * @param within where the reader reaches one office alone, that one: both are of it, or of none
     */
    List<DoublePair> page(
            PairState state,
            PossibleDoubles.@Nullable Certainty certainty,
            @Nullable String office,
            @Nullable String within,
            @Nullable Cursor after,
            int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        JOIN person a ON a.id = d.one JOIN person b ON b.id = d.other
                        WHERE d.state = :state
                          AND (d.state <> 'OPEN' OR NOT EXISTS (
                              SELECT FROM merged_person m WHERE m.known_until IS NULL AND m.merged IN (d.one, d.other)))
                          AND (CAST(:certainty AS text) IS NULL OR d.certainty = :certainty)
                          AND (CAST(:office AS text) IS NULL OR a.office = :office OR b.office = :office)
                          AND (CAST(:within AS text) IS NULL OR coalesce(a.office, :within) = :within
                              AND coalesce(b.office, :within) = :within)
                          AND (CAST(:afterId AS uuid) IS NULL OR (d.place, d.id) > (:afterPlace, :afterId))
                        ORDER BY d.place, d.id LIMIT :rows
                        """)
                .bind("state", state.name())
                .bind("certainty", certainty == null ? null : certainty.name())
                .bind("office", office)
                .bind("within", within)
                .bind(
                        "afterPlace",
                        after == null
                                ? 0
                                : after.value(0, PossibleDoubles.Certainty::valueOf)
                                                .ordinal()
                                        + 1)
                .bind("afterId", after == null ? null : after.uuid(1))
                .bind("rows", rows)
                .mapTo(DoublePair.class)
                .list());
    }

    void setApart(UUID id, String reason, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE double_pair SET state = 'APART', apart_sealed = :reason, decided_by = :by, decided_at = :now,
                            version = version + 1
                        WHERE id = :id
                        """)
                .bind("reason", seal.close(SealedColumn.APART_REASON, id, reason))
                .bind("by", by)
                .bind("now", now())
                .bind("id", id)
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<DoublePair> read(String query, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(DoublePair.class).findOne());
    }

    private static Object[] column(List<Found> pairs, Function<Found, Object> value) {
        return pairs.stream().map(value).toArray();
    }
}
