package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.database.OneStatement;
import ma.riaya.kit.database.Write;
import ma.riaya.kit.identity.Acting;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes each step of a request as one statement: the row, its history, the audit entry, and what belongs to it besides. */
@Singleton
public class Moves {

    private static final String HISTORY = """
            INSERT INTO aid_request_move (request, from_state, to_state, actor, actor_office, occurred_at, reasons)
            SELECT id, CAST(:from AS text), :to, :actor, CAST(:actorOffice AS text), :at, CAST(:reasons AS bytea) FROM moved
            """;

    /** Held in one order by everyone, so that two files of the bank never wait for each other. */
    private static final String FOLLOW = """
            WITH held AS (
                SELECT id, state FROM aid_request WHERE decision = ANY(:decisions) ORDER BY id FOR NO KEY UPDATE
            ), moved AS (
                UPDATE aid_request r SET state = :to, version = r.version + 1, changed_at = :at
                FROM held WHERE r.id = held.id
                RETURNING r.id, held.state AS former
            ), told AS (
                INSERT INTO aid_request_move (request, from_state, to_state, actor, actor_office, occurred_at)
                SELECT id, former, :to, :actor, CAST(:actorOffice AS text), :at FROM moved
            )
            SELECT id, former FROM moved
            """;

    private final Jdbi jdbi;
    private final Audit audit;
    private final Acting acting;
    private final Clock clock;
    private final Reasons reasons;

    Moves(Jdbi jdbi, Audit audit, Acting acting, Clock clock, Reasons reasons) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.acting = acting;
        this.clock = clock;
        this.reasons = reasons;
    }

    /** The request after the step; a step that was locked and checked before cannot fail. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AidRequest write(Move move) {
        return tryWrite(move)
                .orElseThrow(() -> new IllegalStateException(
                        "request " + move.request().id() + " was not locked before its step"));
    }

    /** The same; empty where the write that it is {@link Move#provided} by wrote nothing, and the transaction is to be rolled back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<AidRequest> tryWrite(Move move) {
        List<Write> writes = new ArrayList<>(move.before());
        writes.add(new Write(
                Move.ROW,
                "UPDATE aid_request r SET state = :to, version = r.version + 1, changed_at = :at" + move.sets()
                        + " WHERE r.id = :request AND r.version = :version RETURNING r.*",
                values(move)));
        writes.addAll(history(
                AuditEntry.of(move.audited(), "aid-request", move.request().id())
                        .with(facts(move))));
        writes.addAll(move.after());
        String select = "SELECT " + AidRequest.COLUMNS + " FROM moved"
                + (move.provided() == null ? "" : " WHERE EXISTS (SELECT 1 FROM " + move.provided() + ")");
        return jdbi.withHandle(handle -> OneStatement.execute(handle, writes, select, AidRequest.class));
    }

    /** A request that went where its payment did, and where it came from. */
    record Followed(UUID id, State former) {}

    /** Moves the requests of these decisions in one statement, however many they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Followed> follow(List<UUID> decisions, State to) {
        return jdbi.withHandle(handle -> handle.createQuery(FOLLOW)
                .bindArray("decisions", UUID.class, decisions)
                .bind("to", to)
                .bindMap(actor())
                .mapTo(Followed.class)
                .list());
    }

    /** The history row and the audit entry of the row {@link Move#ROW}; who binds it binds the states too. */
    List<Write> history(AuditEntry entry) {
        return List.of(new Write("told", HISTORY, Map.of()), audit.write(entry, Move.ROW));
    }

    private Map<String, @Nullable Object> values(Move move) {
        Map<String, @Nullable Object> values = new HashMap<>(move.values());
        values.putAll(actor());
        values.put("request", move.request().id());
        values.put("version", move.request().version());
        values.put("from", move.request().state());
        values.put("to", move.to());
        values.put("reasons", reasons.sealed(move.request().id(), move.reasons()));
        return values;
    }

    /** Who acts and when, as the statement binds them. */
    Map<String, @Nullable Object> actor() {
        Acting.Actor now = acting.now();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("actor", now.subject());
        values.put("actorOffice", now.office().orElse(null));
        values.put("at", clock.instant().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static Map<String, String> facts(Move move) {
        Map<String, String> facts = new HashMap<>(move.facts());
        facts.put("from", move.request().state().name());
        facts.put("to", move.to().name());
        return facts;
    }
}
