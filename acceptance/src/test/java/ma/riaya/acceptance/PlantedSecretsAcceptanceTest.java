package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.riaya.acceptance.secret.Needles;
import ma.riaya.acceptance.secret.Secrets;
import ma.riaya.acceptance.secret.Workbook;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A thousand numbers of identity, a thousand accounts and a thousand illnesses go in by every route that takes any,
 * rightly and wrongly; none of them is in a dump of the databases or in a log.
 */
@ExtendWith(WholeProduct.class)
class PlantedSecretsAcceptanceTest {

    private static final int OF_EACH = 1_000;
    private static final long SEED = 20_261_127L;
    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern BYTES = Pattern.compile("\\\\x([0-9a-f]{2,})");
    private static final List<String> HEADER = List.of(
            "reference",
            "cin",
            "family_name_ar",
            "given_name_ar",
            "family_name_latin",
            "given_name_latin",
            "sex",
            "birth_date",
            "province",
            "office",
            "rib",
            "categories",
            "pensions",
            "matricule",
            "death_date",
            "links");

    /** Nobody's name; where the dump does not show it, the search has not looked. */
    private static final String CONTROL = "ZQCONTROLNAME";

    private final Secrets secrets = new Secrets(OF_EACH, SEED);

    @Test
    void noneIsInADumpOrALog(RunningProduct product) throws Exception {
        Needles needles = new Needles(secrets.all());
        List<String> people = enter(product);
        importFiles(product);
        askWrongly(product);
        sayIllnesses(product, people);
        recordIllnesses(product, people);
        requestAid(product);
        while (secrets.hasIllness()) {
            evidence(product, people.get(secrets.left() % people.size()), secrets.illness());
        }
        assertThat(secrets.left()).as("planted all").isZero();

        Set<String> found = new TreeSet<>();
        StringBuilder names = new StringBuilder();
        for (Part part : List.of(Part.BENEFICIARY, Part.OFFICE, Part.WELFARE)) {
            try (Connection database = product.superuser(part)) {
                dump(database, part.name(), needles, found, names);
            }
        }
        assertThat(names)
                .as("the dump was searched")
                .contains("BENEFICIARY.person")
                .contains("WELFARE.aid_request");
        for (Part part : Part.values()) {
            String log = Files.exists(product.stack().logFile(part))
                    ? Files.readString(product.stack().logFile(part), StandardCharsets.UTF_8)
                    : "";
            assertThat(log).as("log of " + part).isNotEmpty();
            needles.in(log).forEach(secret -> found.add("log of " + part + ": " + secret));
        }
        assertThat(found).isEmpty();
    }

    /** By hand: entered, changed, their accounts replaced, found and looked at. */
    private List<String> enter(RunningProduct product) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Map<String, Object> body = person("P" + i);
            body.put("cin", secrets.cin());
            String id = registry(product, "latifa", "/v1/persons")
                    .key(key())
                    .post(body)
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            body.put("cin", secrets.cin());
            approve(
                    product,
                    registry(product, "latifa", "/v1/persons/" + id)
                            .ifMatch("\"1\"")
                            .put(grounded(body)));
            approve(
                    product,
                    registry(product, "latifa", "/v1/persons/" + id + "/account")
                            .ifMatch(etag(product, id))
                            .put(grounded(Map.of("rib", secrets.rib()))));
            registry(product, "driss", "/v1/persons/" + id)
                    .purpose("AUDIT")
                    .get()
                    .expect(200);
            people.add(id);
        }
        return people;
    }

    private void importFiles(RunningProduct product) throws IOException, InterruptedException {
        List<List<String>> good = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 400; i++) {
            good.add(row("PC" + i, secrets.cin(), secrets.rib(), "F"));
        }
        for (int i = 0; i < 60; i++) {
            List<String> wrong = new ArrayList<>(row("PW" + i, secrets.cin(), secrets.rib(), secrets.illness()));
            wrong.set(i % 2 == 0 ? 7 : 9, secrets.cin());
            wrong.set(11, secrets.illness());
            wrong.set(12, secrets.rib());
            wrong.set(15, i < 30 ? secrets.illness() : "");
            good.add(wrong);
        }
        follow(product, upload(product, CSV, csv(good), "").expect(202));
        List<List<String>> sheet = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 150; i++) {
            sheet.add(row("PX" + i, secrets.cin(), secrets.rib(), i % 10 == 0 ? secrets.illness() : "F"));
        }
        follow(product, upload(product, XLSX, Workbook.of(sheet), "").expect(202));
        follow(
                product,
                upload(product, CSV, csv(List.of(HEADER, row("PD", secrets.cin(), secrets.rib(), "F"))), "?run=DRY")
                        .expect(202));
        // Files that are none: without a header, broken in the middle, of the wrong kind, in no encoding.
        upload(product, CSV, csv(List.of(row("PN", secrets.cin(), secrets.rib(), secrets.illness()))), "")
                .expect(422);
        String broken =
                new String(csv(List.of(HEADER, row("PQ", secrets.cin(), secrets.rib(), "F"))), StandardCharsets.UTF_8)
                        + "\"" + secrets.cin() + "," + secrets.rib() + "," + secrets.illness();
        follow(
                product,
                upload(product, CSV, broken.getBytes(StandardCharsets.UTF_8), "")
                        .expect(202));
        upload(product, XLSX, secrets.illness().getBytes(StandardCharsets.UTF_8), "")
                .expect(422);
        upload(product, "text/plain", secrets.cin().getBytes(StandardCharsets.UTF_8), "")
                .expect(400, 415);
        upload(product, CSV, (secrets.cin() + "\n" + secrets.rib()).getBytes(StandardCharsets.UTF_16), "")
                .expect(400, 422);
    }

    /** Where no secret should be: in addresses, in bodies that are none, in fields of another kind. */
    private void askWrongly(RunningProduct product) {
        for (int i = 0; i < 20; i++) {
            Call search = registry(product, "latifa", "/v1/persons/search");
            search.post(Map.of("q", secrets.cin())).expect(200);
            registry(product, "latifa", "/v1/persons/search")
                    .post(Map.of("cin", secrets.cin()))
                    .expect(200);
            registry(product, "latifa", "/v1/persons/search")
                    .post(Map.of("rib", secrets.rib()))
                    .expect(200);
            registry(product, "latifa", "/v1/persons/search")
                    .post(Map.of("q", secrets.illness()))
                    .expect(200);
            registry(product, "latifa", "/v1/persons")
                    .query("cin", secrets.cin())
                    .get()
                    .expect(400);
            registry(product, "latifa", "/v1/persons")
                    .query("q", secrets.illness())
                    .get()
                    .expect(400);
            registry(product, "latifa", "/v1/persons/" + secrets.cin()).get().expect(400, 404);
            registry(product, "latifa", "/v1/persons/" + encoded(secrets.illness()))
                    .get()
                    .expect(400, 404);
            Map<String, Object> body = person("W" + i);
            body.put("sex", secrets.cin());
            registry(product, "latifa", "/v1/persons").key(key()).post(body).expect(400, 422);
            Map<String, Object> unknown = person("W" + i);
            unknown.put(secrets.cin(), secrets.rib());
            registry(product, "latifa", "/v1/persons").key(key()).post(unknown).expect(400);
            Map<String, Object> tooLong = person("W" + i);
            tooLong.put("cin", secrets.cin() + "-".repeat(60));
            tooLong.put("birthDate", secrets.illness());
            registry(product, "latifa", "/v1/persons").key(key()).post(tooLong).expect(400, 422);
            registry(product, "latifa", "/v1/persons")
                    .key(key())
                    .upload(
                            "application/json",
                            ("{\"cin\": \"" + secrets.cin() + "\", \"rib\": " + secrets.rib())
                                    .getBytes(StandardCharsets.UTF_8))
                    .expect(400);
            welfare(product, "fatima", "/v1/aid-requests")
                    .key(key())
                    .upload(
                            "application/json",
                            ("{\"situation\": \"" + secrets.illness()).getBytes(StandardCharsets.UTF_8))
                    .expect(400);
            welfare(product, "fatima", "/v1/aid-requests/" + encoded(secrets.illness()))
                    .get()
                    .expect(400, 404);
            product.api()
                    .as("fatima")
                    .at(Service.OFFICE, "/v1/offices/" + secrets.cin())
                    .get()
                    .expect(400, 403, 404);
        }
    }

    private void sayIllnesses(RunningProduct product, List<String> people) {
        for (int i = 0; i < 40; i++) {
            String id = people.get(i);
            evidence(product, id, secrets.illness());
            JsonNode request = registry(product, "khadija", "/v1/persons/" + id + "/correction-requests")
                    .key(key())
                    .post(Map.of("said", secrets.illness() + " " + (i < 20 ? secrets.cin() : "")))
                    .expect(201)
                    .json();
            registry(
                            product,
                            "brahim",
                            "/v1/correction-requests/" + request.path("id").asText() + "/answer")
                    .key(key())
                    .post(Map.of("outcome", "REFUSED", "reasons", secrets.illness()))
                    .expect(200);
            registry(product, "driss", "/v1/persons/" + id + "/holds")
                    .key(key())
                    .post(Map.of("reason", secrets.illness()))
                    .expect(201);
        }
        registry(product, "zineb", "/v1/shields")
                .key(key())
                .post(Map.of("personId", people.getFirst(), "unit", "DESK-S", "reason", secrets.illness()))
                .expect(201);
        while (secrets.hasCin()) {
            registry(product, "latifa", "/v1/persons/search")
                    .post(Map.of("cin", secrets.cin()))
                    .expect(200);
        }
        while (secrets.hasRib()) {
            registry(product, "latifa", "/v1/persons/" + people.getLast() + "/account")
                    .ifMatch(etag(product, people.getLast()))
                    .put(Map.of("rib", secrets.rib(), "evidence", "Relevé", "reason", "Banque fermée"))
                    .expect(202);
        }
    }

    /** In what happens in lives, in links and in who is paid for whom, and in what corrects them. */
    private void recordIllnesses(RunningProduct product, List<String> people) {
        for (int i = 0; i < 20; i++) {
            String path = "/v1/persons/" + people.get(i);
            String other = people.get(20 + i);
            String event = registry(product, "latifa", path + "/events")
                    .key(key())
                    .post(Map.of(
                            "kind",
                            i % 2 == 0 ? "DISABILITY" : "INJURY_ON_DUTY",
                            "day",
                            "2020-01-01",
                            "evidence",
                            secrets.illness()))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            registry(product, "latifa", path + "/events/" + event + "/correction")
                    .key(key())
                    .post(Map.of(
                            "reason",
                            secrets.illness(),
                            "event",
                            Map.of("kind", "RETIREMENT", "day", "2020-02-01", "evidence", secrets.illness())))
                    .expect(201);
            approve(
                    product,
                    registry(product, "latifa", path + "/links")
                            .key(key())
                            .post(Map.of(
                                    "kind",
                                    "GUARDIAN",
                                    "personId",
                                    other,
                                    "from",
                                    "2020-01-01",
                                    "evidence",
                                    secrets.illness(),
                                    "reason",
                                    secrets.illness())));
            registry(product, "latifa", path + "/payees")
                    .key(key())
                    .post(Map.of(
                            "payeeId",
                            other,
                            "ground",
                            "INCAPABLE",
                            "from",
                            "2020-01-01",
                            "evidence",
                            secrets.illness()))
                    .expect(201);
            registry(product, "driss", path + "/history?limit=200")
                    .purpose("AUDIT")
                    .get()
                    .expect(200);
            registry(product, "driss", path + "/events?limit=200")
                    .purpose("AUDIT")
                    .get()
                    .expect(200);
        }
    }

    /** What is asked for wants a paper and a reason, and either may tell of an illness. */
    private Map<String, Object> grounded(Map<String, ?> body) {
        Map<String, Object> all = new LinkedHashMap<>(body);
        all.put("evidence", secrets.illness());
        all.put("reason", secrets.illness());
        return all;
    }

    private static String etag(RunningProduct product, String person) {
        return registry(product, "latifa", "/v1/persons/" + person).get().etag();
    }

    /** By another person. */
    private void approve(RunningProduct product, Answer asked) {
        String request = asked.expect(202).json().path("id").asText();
        registry(product, "brahim", "/v1/change-requests/" + request + "/approval")
                .key(key())
                .ifMatch("\"1\"")
                .post()
                .expect(200);
    }

    private void evidence(RunningProduct product, String person, String illness) {
        registry(product, "latifa", "/v1/persons/" + person + "/categories")
                .key(key())
                .post(Map.of(
                        "category",
                        "INJURED_ON_DUTY",
                        "from",
                        "%d-01-01".formatted(1900 + secrets.left() % 120),
                        "until",
                        "%d-01-02".formatted(1900 + secrets.left() % 120),
                        "evidence",
                        illness,
                        "reason",
                        illness))
                .expect(202, 409);
    }

    /** The words of a file, from what the family says to what the head decides. */
    private void requestAid(RunningProduct product) {
        Counter counter = Counter.atErrachidia(product);
        for (int i = 0; i < 40; i++) {
            Map<String, String> opening = new LinkedHashMap<>(Counter.opening(counter.nextPerson()));
            opening.put("situation", secrets.illness());
            String id = welfare(product, counter.officer(), "/v1/aid-requests")
                    .key(key())
                    .post(opening)
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            String path = "/v1/aid-requests/" + id;
            counter.step(counter.officer(), id, "submission").expect(200);
            counter.step(counter.officer(), id, "review").expect(200);
            reasons(product, counter.officer(), path + "/complement-request").expect(200);
            counter.step(counter.officer(), id, "complement").expect(200);
            propose(product, counter.officer(), path);
            reasons(product, counter.head(), path + "/return").expect(200);
            propose(product, counter.officer(), path);
            reasons(product, counter.head(), path + (i % 2 == 0 ? "/rejection" : "/approval"))
                    .expect(200);
            welfare(product, "driss", path).purpose("AUDIT").get().expect(200);
        }
    }

    private void propose(RunningProduct product, String officer, String path) {
        welfare(product, officer, path + "/proposal")
                .key(key())
                .post(Map.of("amount", Map.of("amount", "5000.00", "currency", "MAD"), "reasons", secrets.illness()))
                .expect(200);
    }

    private Answer reasons(RunningProduct product, String user, String path) {
        return welfare(product, user, path).key(key()).post(Map.of("reasons", secrets.illness()));
    }

    /** Every table of the database as text, and what its bytes are as text. */
    private static void dump(
            Connection database, String part, Needles needles, Set<String> found, StringBuilder searched)
            throws SQLException {
        database.setAutoCommit(false);
        List<String> tables = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet names = sql.executeQuery(
                        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        for (String table : tables) {
            try (Statement sql = database.createStatement()) {
                sql.setFetchSize(2_000);
                boolean any = false;
                try (ResultSet rows = sql.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        any = true;
                        String row = rows.getString(1);
                        needles.in(row).forEach(secret -> found.add(part + "." + table + ": " + secret));
                        needles.in(decoded(row))
                                .forEach(secret -> found.add(part + "." + table + " in bytes: " + secret));
                    }
                }
                searched.append(any ? part + "." + table + " " : "");
            }
        }
    }

    private static String decoded(String row) {
        StringBuilder text = new StringBuilder();
        Matcher bytes = BYTES.matcher(row);
        while (bytes.find()) {
            String hex = bytes.group(1);
            text.append(new String(
                            HexFormat.of().parseHex(hex.substring(0, hex.length() / 2 * 2)), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return text.toString();
    }

    private static Answer upload(RunningProduct product, String media, byte[] file, String query) {
        return registry(product, "latifa", "/v1/imports" + query).key(key()).upload(media, file);
    }

    /** To its end, its lines and what is to be corrected read as a manager reads them. */
    private static void follow(RunningProduct product, Answer taken) throws InterruptedException {
        String path = "/v1/imports/" + taken.json().path("id").asText();
        JsonNode job = registry(product, "latifa", path).get().expect(200).json();
        while (List.of("QUEUED", "RUNNING").contains(job.path("state").asText())) {
            Thread.sleep(200);
            job = registry(product, "latifa", path).get().expect(200).json();
        }
        registry(product, "latifa", path + "/lines").get().expect(200);
        registry(product, "latifa", path + "/corrections")
                .purpose("REGISTRY_MAINTENANCE")
                .get()
                .expect(200);
    }

    private static Map<String, Object> person(String word) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("familyNameAr", "بنسعيد");
        body.put("givenNameAr", "منى");
        body.put("familyNameLatin", CONTROL);
        body.put("givenNameLatin", "Mouna " + word.replaceAll("[0-9]", "") + letters(word));
        body.put("sex", "F");
        body.put("birthDate", "1970-01-01");
        body.put("office", "RAB");
        return body;
    }

    private static List<String> row(String reference, String cin, String rib, String sex) {
        return List.of(
                reference,
                cin,
                "بنسعيد " + arabic(reference),
                "منى",
                "Zqplanted " + letters(reference),
                "Mouna",
                sex,
                "1971-02-03",
                "MA-RAB",
                "RAB",
                rib,
                "",
                "",
                "",
                "",
                "");
    }

    /** A word of its own for each, so that nobody is taken for another. */
    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        word.chars()
                .forEach(c -> letters.append(Character.isDigit(c) ? "bdfgklmnrs".charAt(c - '0') : (char) c)
                        .append('a'));
        return letters.toString();
    }

    private static String arabic(String word) {
        StringBuilder letters = new StringBuilder();
        word.chars()
                .forEach(c -> letters.append("بتثجحخدذرزسشصضطظعغفقكلمنهوي".charAt(c % 27))
                        .append('ا'));
        return letters.toString();
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Call registry(RunningProduct product, String user, String path) {
        return product.api().as(user).at(Service.BENEFICIARY, path);
    }

    private static Call welfare(RunningProduct product, String user, String path) {
        return product.api().as(user).at(Service.WELFARE, path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
