package ma.riaya.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;

/** The counter of an office, where requests for help with a grave illness are made as its officers make them. */
final class Counter {

    static final String PROGRAMME = "SERIOUS_ILLNESS";

    private static final int ALIVE = 800;

    private final Api api;
    private final String office;
    private final String officer;
    private final String head;
    private final Deque<String> people = new ArrayDeque<>();

    private Counter(RunningProduct product, String office, String officer, String head) {
        this.api = product.api();
        this.office = office;
        this.officer = officer;
        this.head = head;
        Set<String> payable = payable(product);
        String cursor = "";
        while (people.size() < ALIVE) {
            JsonNode page = api.as(officer)
                    .at(Service.BENEFICIARY, "/v1/persons")
                    .query("office", office)
                    .query("limit", "200")
                    .query("cursor", cursor)
                    .get()
                    .expect(200)
                    .json();
            page.path("items").forEach(person -> {
                if (payable.contains(person.path("reference").asText())) {
                    people.add(person.path("id").asText());
                }
            });
            cursor = page.path("next").asText("");
            if (cursor.isEmpty()) {
                break;
            }
        }
    }

    static Counter atRabat(RunningProduct product) {
        return new Counter(product, "RAB", "khadija", "youssef");
    }

    static Counter atErrachidia(RunningProduct product) {
        return new Counter(product, "ERR", "fatima", "hassan");
    }

    /** Those alive with an account; whom the stories know are left to them. */
    private static Set<String> payable(RunningProduct product) {
        Set<String> references = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(product.product().registry(), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                boolean known = row.getField("reference").compareTo("CMR-000009") < 0;
                if (!known && row.getField("death_date").isEmpty() && hasRightKey(row.getField("rib"))) {
                    references.add(row.getField("reference"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return references;
    }

    private static boolean hasRightKey(String rib) {
        return rib.matches("\\d{24}")
                && new BigInteger(rib).mod(BigInteger.valueOf(97)).signum() == 0;
    }

    String officer() {
        return officer;
    }

    String head() {
        return head;
    }

    /** Somebody of the office for whom no test has asked yet; a request that is open keeps the next one away. */
    synchronized String nextPerson() {
        return Stream.generate(people::removeFirst)
                .filter(person -> api.as(officer)
                        .at(Service.WELFARE, "/v1/aid-requests")
                        .query("person", person)
                        .get()
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    Envelope envelope() {
        int year = LocalDate.now(ZoneId.of("Africa/Casablanca")).getYear();
        return Envelope.find(api, "samira", PROGRAMME, office, year);
    }

    static Map<String, String> opening(String person) {
        return Map.of(
                "personId",
                person,
                "programme",
                PROGRAMME,
                "situation",
                "علاج كيميائي لا تغطيه التعاضدية",
                "channel",
                "COUNTER");
    }

    Answer open(String person, String key) {
        return api.as(officer).at(Service.WELFARE, "/v1/aid-requests").key(key).post(opening(person));
    }

    /** A request of that person, brought to its proposal. */
    String proposed(String person, String amount) {
        String id = open(person, key()).expect(201).json().path("id").asText();
        step(officer, id, "submission").expect(200);
        step(officer, id, "review").expect(200);
        api.as(officer)
                .at(Service.WELFARE, "/v1/aid-requests/{}/proposal", id)
                .key(key())
                .post(Map.of("amount", Map.of("amount", amount, "currency", "MAD"), "reasons", "مصاريف علاج غير مغطاة"))
                .expect(200);
        return id;
    }

    Answer approve(String request, String key) {
        return api.as(head)
                .at(Service.WELFARE, "/v1/aid-requests/{}/approval", request)
                .key(key)
                .post(Map.of("reasons", "الملف كامل"));
    }

    /** A step that says nothing besides itself. */
    Answer step(String user, String request, String step) {
        return api.as(user)
                .at(Service.WELFARE, "/v1/aid-requests/{}/{}", request, step)
                .key(key())
                .post();
    }

    /** An approved request, ordered by finance; answers its disbursement. */
    String ordered(String amount) {
        String request = proposed(nextPerson(), amount);
        approve(request, key()).expect(200);
        return step("samira", request, "order")
                .expect(200)
                .json()
                .path("disbursement")
                .path("id")
                .asText();
    }

    /** A batch of these payments, released: its file goes to the bank. */
    JsonNode sent(List<String> disbursements) {
        String batch = api.as("samira")
                .at(Service.WELFARE, "/v1/payment-batches")
                .key(key())
                .post(Map.of("disbursements", disbursements))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return api.as("karim")
                .at(Service.WELFARE, "/v1/payment-batches/{}/release", batch)
                .key(key())
                .post()
                .expect(200)
                .json();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
