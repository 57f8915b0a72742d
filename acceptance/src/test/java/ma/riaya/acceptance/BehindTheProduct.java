package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import ma.riaya.localstack.Part;

/** What PostgreSQL holds, read past the product: the invariants that a crash could break. */
final class BehindTheProduct {

    private static final String MOVED_TWICE = """
            SELECT count(*) FROM (
                SELECT h.disbursement FROM disbursement_history h JOIN disbursement d ON d.id = h.disbursement
                WHERE d.batch = ? GROUP BY h.disbursement, h.to_state HAVING count(*) > 1) AS twice
            """;

    private static final String HISTORY_DIFFERS = """
            SELECT count(*) FROM disbursement d
            WHERE d.batch = ? AND d.state <> (
                SELECT h.to_state FROM disbursement_history h WHERE h.disbursement = d.id ORDER BY h.occurred_at DESC, h.id DESC LIMIT 1)
            """;

    private static final String LIVE_TWICE = """
            SELECT count(*) FROM (
                SELECT source FROM disbursement WHERE batch = ? GROUP BY source_type, source, tranche HAVING count(*) > 1) AS twice
            """;

    private static final String ENTRIES_DIFFER = """
            WITH booked AS (
                SELECT coalesce(sum(amount) FILTER (WHERE kind = 'RESERVE'), 0) AS reserve,
                       coalesce(sum(amount) FILTER (WHERE kind = 'RELEASE'), 0) AS release,
                       coalesce(sum(amount) FILTER (WHERE kind = 'COMMIT'), 0) AS commit,
                       coalesce(sum(amount) FILTER (WHERE kind = 'UNCOMMIT'), 0) AS uncommit,
                       coalesce(sum(amount) FILTER (WHERE kind = 'PAY'), 0) AS pay,
                       coalesce(sum(amount) FILTER (WHERE kind = 'GIVE_BACK'), 0) AS give_back
                FROM envelope_entry WHERE envelope = ?)
            SELECT count(*) FROM envelope e, booked b
            WHERE e.id = ? AND (e.reserved, e.committed, e.paid) IS DISTINCT FROM
                (b.reserve - b.release - b.commit, b.commit - b.uncommit - b.pay, b.pay - b.give_back)
            """;

    private BehindTheProduct() {}

    static void verify(RunningProduct product, String batch, String envelope) {
        try (Connection welfare = product.superuser(Part.WELFARE)) {
            assertThat(count(welfare, MOVED_TWICE, batch)).isZero();
            assertThat(count(welfare, HISTORY_DIFFERS, batch)).isZero();
            assertThat(count(welfare, LIVE_TWICE, batch)).isZero();
            assertThat(count(welfare, ENTRIES_DIFFER, envelope, envelope)).isZero();
            assertThat(count(welfare, "SELECT count(*) FROM disbursement WHERE batch = ?", batch))
                    .isEqualTo(CampaignUnderFire.TRANSFERS);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(Connection database, String query, String... ids) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setObject(i + 1, UUID.fromString(ids[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
