package ma.riaya.office;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.testkit.Postgres;

/** What the audit trail says of a thing, in its order. */
public final class Trail {

    private Trail() {}

    public static List<String> of(String subjectType, String subjectId) {
        List<String> entries = new ArrayList<>();
        try (Connection connection = Postgres.asOwner();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT action || ' by ' || actor || ' ' || facts FROM audit_entry
                        WHERE subject_type = ? AND subject_id = ? ORDER BY occurred_at, id
                        """)) {
            query.setString(1, subjectType);
            query.setString(2, subjectId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getString(1));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new AssertionError("the trail cannot be read", e);
        }
    }
}
