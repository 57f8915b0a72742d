package ma.riaya.acceptance.bench.names;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The similarity that PostgreSQL's {@code pg_trgm} finds, in one statement for all pairs. */
final class Trigrams {

    private Trigrams() {}

    /** As it stands where both names are of one script, else as ICU writes it in Latin letters. */
    static List<Double> similarities(Connection database, List<LabelledPair> pairs) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        }
        List<Double> similarities = new ArrayList<>();
        try (PreparedStatement sql = database.prepareStatement("""
                SELECT similarity(p.one, p.other) FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS p(one, other, place)
                ORDER BY p.place
                """)) {
            sql.setArray(
                    1,
                    names(
                            database,
                            pairs.stream()
                                    .map(pair -> written(pair).apply(pair.one()))
                                    .toList()));
            sql.setArray(
                    2,
                    names(
                            database,
                            pairs.stream()
                                    .map(pair -> written(pair).apply(pair.other()))
                                    .toList()));
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    similarities.add(rows.getDouble(1));
                }
            }
        }
        return similarities;
    }

    private static UnaryOperator<String> written(LabelledPair pair) {
        return isArabic(pair.one()) == isArabic(pair.other()) ? name -> name : Rivals::latin;
    }

    private static boolean isArabic(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }

    private static Array names(Connection database, List<String> names) throws SQLException {
        return database.createArrayOf("text", names.toArray());
    }
}
