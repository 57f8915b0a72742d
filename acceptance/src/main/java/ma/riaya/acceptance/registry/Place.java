package ma.riaya.acceptance.registry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A province: the office that serves it (none in part of region 10), how many police families live there,
 * whose family names are heard there, the letters of its identity cards and a city code of its bank accounts.
 */
record Place(String province, String office, int weight, char affinity, List<String> cinLetters, String bankCity) {

    static List<Place> all() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Place.class.getResourceAsStream("provinces.csv")),
                        StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new Place(
                            row.getField("province"),
                            row.getField("office"),
                            Integer.parseInt(row.getField("weight")),
                            row.getField("affinity").charAt(0),
                            List.of(row.getField("cin").split("\\|", -1)),
                            row.getField("bank_city")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
