package ma.riaya.beneficiary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;

/** Builds files of the registry and sends them as a registry manager does. */
public final class RegistryCsv {

    public static final String HEADER = Arrays.stream(Column.values())
            .filter(column -> column != Column.SAME_AS && column != Column.REASONS)
            .map(Column::header)
            .collect(Collectors.joining(","));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    /** A person to be written, believable in all that a test does not set. */
    public static Row person(String reference) {
        return new Row(reference);
    }

    /** A reference that no other test uses. */
    public static String reference() {
        return "T-" + UUID.randomUUID().toString().substring(0, 18);
    }

    /** A valid RIB whose account is its own. */
    public static String rib() {
        return rib(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 10_000_000_000L));
    }

    public static String rib(long account) {
        String first = "230810%016d".formatted(account);
        long rest = new BigInteger(first + "00").mod(BigInteger.valueOf(97)).longValueExact();
        return first + "%02d".formatted(97 - rest);
    }

    /** The registry's id of a person whom a file brought. */
    public static String idOf(String reference) throws SQLException {
        try (Connection connection = Postgres.asApp();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id::text FROM person WHERE reference = ?")) {
            statement.setString(1, reference);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    public RegistryCsv with(Row row) {
        return withLine(row.line());
    }

    public RegistryCsv withLine(String line) {
        lines.add(line);
        return this;
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the file and waits until it is taken in; the import as it ended. */
    public JsonPath send() {
        return send(bytes());
    }

    public static JsonPath send(byte[] file) {
        return await(post(file));
    }

    /** Sends the file and answers where its import is. */
    public static String post(byte[] file) {
        String location = As.once(Persona.LATIFA)
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    public static JsonPath await(String location) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonPath job = read(location);
        while (!List.of("DONE", "FAILED", "CANCELLED").contains(job.getString("state"))) {
            assertThat(System.nanoTime()).as("import still under way").isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            job = read(location);
        }
        return job;
    }

    public static JsonPath read(String location) {
        return As.user(Persona.LATIFA)
                .get(location)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** One line in the making. */
    public static final class Row {

        private final Map<Column, String> fields = new EnumMap<>(Column.class);

        private Row(String reference) {
            for (String column : HEADER.split(",")) {
                set(column, "");
            }
            set("reference", reference)
                    .set("family_name_ar", "بناني " + letters(reference, 'ا'))
                    .set("given_name_ar", "سعاد")
                    .set("family_name_latin", "BENNANI " + letters(reference, 'A'))
                    .set("given_name_latin", "Souad")
                    .set("sex", "F")
                    .set("birth_date", "1960-05-04")
                    .set("province", "MA-ERR")
                    .set("office", "ERR");
        }

        /** Nobody is taken for another only because a test gave no name. */
        private static String letters(String reference, char first) {
            return Integer.toUnsignedString(reference.hashCode(), 16)
                    .chars()
                    .mapToObj(digit -> String.valueOf((char) (first + Character.digit(digit, 16))))
                    .collect(Collectors.joining());
        }

        public Row set(String column, String value) {
            fields.put(Column.named(column).orElseThrow(), value);
            return this;
        }

        public String line() {
            return fields.values().stream()
                    .map(field -> field.matches("[^,\"\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","));
        }
    }
}
