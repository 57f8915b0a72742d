package ma.riaya.beneficiary.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param line where it begins; the header is line 1
 * @param repeats the line that has the same reference before it; null where it is the first
 * @param found how many fields it has
 * @param fields its fields; none where their number is wrong
 */
record RawRow(long line, @Nullable Long repeats, int found, Map<Column, String> fields) {

    String field(Column column) {
        return fields.getOrDefault(column, "");
    }
}
