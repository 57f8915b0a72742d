package ma.riaya.acceptance.registry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a written registry whole, by reference. */
public final class Rows {

    private Rows() {}

    public static Map<String, NamedCsvRecord> read(Path file) throws IOException {
        Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : csv) {
                if (rows.put(row.getField("reference"), row) != null) {
                    throw new AssertionError("twice: " + row.getField("reference"));
                }
            }
        }
        return rows;
    }

    static String[] list(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isEmpty() ? new String[0] : value.split(";", -1);
    }
}
