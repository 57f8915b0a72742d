package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The requests as stored. */
@Singleton
public class AidRequests {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Reasons reasons;

    AidRequests(Jdbi jdbi, Reasons reasons) {
        this.jdbi = jdbi;
        this.reasons = reasons;
    }

    /** Refused as aid-request-unknown where there is none. */
    AidRequest get(UUID id) {
        return find(id, "");
    }

    /** The same, held until the transaction ends: what is checked on it stays true for the step that follows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AidRequest lock(UUID id) {
        return find(id, " FOR NO KEY UPDATE");
    }

    byte[] situation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT situation FROM aid_request WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
    }

    /** The newest first. */
    List<AidRequest> page(AidRequestFilter filter, @Nullable Cursor after, int rows) {
        var conditions = filter.conditions();
        if (after != null) {
            conditions.put("id < :after", after.uuid(0));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions.keySet());
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                    "SELECT " + AidRequest.COLUMNS + " FROM aid_request" + where + " ORDER BY id DESC LIMIT :rows");
            conditions.forEach((condition, value) -> query.bind(condition.replaceFirst(".*:(\\w+).*", "$1"), value));
            return query.bind("rows", rows).mapTo(AidRequest.class).list();
        });
    }

    /** The oldest first. */
    List<MoveView> history(UUID request, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, from_state, to_state, actor, actor_office, occurred_at, reasons
                        FROM aid_request_move WHERE request = :request AND id > :after ORDER BY id LIMIT :rows
                        """)
                .bind("request", request)
                .bind("after", after == null ? BEFORE_ALL : after.uuid(0))
                .bind("rows", rows)
                .mapTo(MoveRow.class)
                .map(row -> row.view(reasons.opened(request, row.reasons())))
                .list());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record MoveRow(
            UUID id,
            @Nullable State fromState,
            State toState,
            String actor,
            @Nullable String actorOffice,
            Instant occurredAt,
            byte @Nullable [] reasons) {

        MoveView view(@Nullable String opened) {
            return new MoveView(id, fromState, toState, actor, actorOffice, occurredAt, opened);
        }
    }

    private AidRequest find(UUID id, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT " + AidRequest.COLUMNS + " FROM aid_request WHERE id = :id" + lock)
                        .bind("id", id)
                        .mapTo(AidRequest.class)
                        .findOne())
                .orElseThrow(() -> new RefusedException(new CannotAct.AidRequestUnknown(id)));
    }
}
