package ma.riaya.acceptance.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements that were bound already and wait to be sent together, as one transaction. */
final class BareWork {

    private static final int LENGTH_OF_AN_ANSWER = 2_000;

    private final Connection connection;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<Sending> sendings = new ArrayList<>();

    private record Sending(PreparedStatement statement, boolean isBatch) {}

    /** Begins with what every act binds; {@code more} has the last word. */
    BareWork(Connection connection, String actor, Map<String, @Nullable Object> more) {
        this.connection = connection;
        OffsetDateTime now = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC);
        for (String at : List.of("now", "at", "auditAt", "movedAt", "selectedAt")) {
            values.put(at, now);
        }
        for (String who : List.of("actor", "caller", "auditActor", "receivedBy")) {
            values.put(who, actor);
        }
        values.put("key", UUID.randomUUID().toString());
        values.put("operation", "WaveResource.select");
        values.put("hash", new byte[32]);
        values.put("until", null);
        values.put("status", 200);
        values.put("headers", "{}");
        values.put("body", "x".repeat(LENGTH_OF_AN_ANSWER));
        values.put("auditAction", "campaign-wave-moved");
        values.put("auditSubjectType", "campaign-wave");
        values.put("auditSubjectId", UUID.randomUUID().toString());
        values.put("auditOffice", null);
        values.put("auditPurpose", null);
        values.put("auditRequest", UUID.randomUUID().toString());
        values.put("auditFacts", "{\"lines\": \"4798\", \"total\": \"4798000.00\"}");
        values.putAll(more);
    }

    BareWork set(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    BareWork add(Sent sent) throws SQLException {
        return add(sent.text());
    }

    /** The same with values of its own, which the statements after it do not see. */
    BareWork add(Sent sent, Map<String, @Nullable Object> own) throws SQLException {
        return add(sent.text(), own);
    }

    BareWork movement(Map<String, @Nullable Object> own) throws SQLException {
        return add(Sent.movement(), own);
    }

    /** One audit entry for each subject, as the service sends many. */
    BareWork audits(List<@Nullable Object> subjects) throws SQLException {
        PreparedStatement statement = null;
        List<String> names = NamedSql.names(Sent.AUDIT.text());
        for (Object subject : subjects) {
            set("auditSubjectId", String.valueOf(subject));
            if (statement == null) {
                statement = NamedSql.prepare(connection, Sent.AUDIT.text(), values);
            } else {
                NamedSql.bind(statement, names, values);
            }
            statement.addBatch();
        }
        if (statement != null) {
            sendings.add(new Sending(statement, true));
        }
        return this;
    }

    private BareWork add(String sql) throws SQLException {
        return add(sql, Map.of());
    }

    private BareWork add(String sql, Map<String, @Nullable Object> own) throws SQLException {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.putAll(own);
        sendings.add(new Sending(NamedSql.prepare(connection, sql, all), false));
        return this;
    }

    /** Sends all and commits; answers how many nanoseconds that took. */
    long run() throws SQLException {
        long begin = System.nanoTime();
        for (Sending sending : sendings) {
            if (sending.isBatch()) {
                sending.statement().executeBatch();
            } else {
                sending.statement().execute();
            }
        }
        connection.commit();
        long took = System.nanoTime() - begin;
        for (Sending sending : sendings) {
            sending.statement().close();
        }
        return took;
    }
}
