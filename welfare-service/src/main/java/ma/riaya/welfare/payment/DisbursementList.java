package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Payments as they are read. */
@Singleton
class DisbursementList {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String VIEW = """
            SELECT d.id, d.end_to_end_id, d.source_type, d.source, d.tranche, d.envelope, d.amount, d.payee, d.holder, d.state, d.state_since,
                   d.batch, b.number AS batch_number, d.position, d.bank_reason, d.stop_reason
            FROM disbursement d LEFT JOIN payment_batch b ON b.id = d.batch
            """;

    private final Jdbi jdbi;

    DisbursementList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Oldest first. */
    List<DisbursementView> page(@Nullable DisbursementState state, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(page(state))
                .bind("after", after == null ? BEFORE_ALL : after.uuid(0))
                .bind("rows", rows)
                .mapTo(DisbursementView.class)
                .list());
    }

    /** The state stands in the statement and not in a parameter: PostgreSQL uses no partial index for what it does not know. */
    static String page(@Nullable DisbursementState state) {
        return VIEW + "WHERE d.id > :after" + inState(state) + " ORDER BY d.id LIMIT :rows";
    }

    /** In the order of the batch's file. */
    List<DisbursementView> ofBatch(UUID batch, @Nullable DisbursementState state, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(VIEW + "WHERE d.batch = :batch AND d.position > :after"
                        + inState(state) + " ORDER BY d.position LIMIT :rows")
                .bind("batch", batch)
                .bind("after", position(after))
                .bind("rows", rows)
                .mapTo(DisbursementView.class)
                .list());
    }

    private static String inState(@Nullable DisbursementState state) {
        return state == null ? "" : " AND d.state = '" + state.name() + "'";
    }

    Optional<DisbursementView> get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(VIEW + "WHERE d.id = :id")
                .bind("id", id)
                .mapTo(DisbursementView.class)
                .findOne());
    }

    /** Oldest first. */
    List<DisbursementHistoryView> history(UUID disbursement, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, occurred_at, from_state, to_state, actor, bank_file, reason FROM disbursement_history
                        WHERE disbursement = :disbursement AND id > :after ORDER BY id LIMIT :rows
                        """)
                .bind("disbursement", disbursement)
                .bind("after", after == null ? BEFORE_ALL : after.uuid(0))
                .bind("rows", rows)
                .mapTo(DisbursementHistoryView.class)
                .list());
    }

    private static int position(@Nullable Cursor after) {
        return after == null ? 0 : after.value(0, Integer::valueOf);
    }
}
