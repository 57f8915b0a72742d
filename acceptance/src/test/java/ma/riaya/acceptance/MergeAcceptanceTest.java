package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two records become one person, something is done meanwhile, and they are two again: each is right at every step, in both services. */
@ExtendWith(WholeProduct.class)
class MergeAcceptanceTest {

    private static final int YEAR = 2093;

    /** After the waves of the stories, which would select them otherwise. */
    private static final String WIDOWED = "2026-02-01";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Africa/Casablanca"));

    @Test
    void aMergeAndItsUndoingLeaveEveryReferenceRight(RunningProduct product) throws InterruptedException {
        Api api = product.api();
        String one = person(api, "أقشمير", "AKACHMIR");
        String other = person(api, "أقشمير", "AKCHMIR");
        widow(api, other);

        // The registry raises them by itself.
        String pair = awaited(() -> pairOf(api, one, other));
        JsonNode compared = api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/doubles/{}", pair)
                .get()
                .expect(200)
                .json();
        assertThat(compared.path("certainty").asText()).isEqualTo("LIKELY");

        // While they are two: a request of the one, and a wave that pays the other.
        String request = opened(api, one).expect(201).json().path("id").asText();
        String campaign = campaign(api);
        select(api, campaign);
        assertThat(verdict(api, campaign, 1, other)).isNotEqualTo("NEAR_MISS").isNotEmpty();
        assertThat(verdict(api, campaign, 1, one)).isEmpty();
        order(api, campaign);

        // One person: two people say so.
        String merge = api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/merges")
                .key(Counter.key())
                .post(Map.of(
                        "survivor",
                        one,
                        "merged",
                        other,
                        "choices",
                        Map.of("FAMILY_NAME_LATIN", "SURVIVOR"),
                        "reason",
                        "شخص واحد سجل مرتين"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(decide(api, "latifa", merge).expect(403).json().path("code").asText())
                .isEqualTo("merge-proposer-decides");
        JsonNode before = record(api, other);
        decide(api, "brahim", merge).expect(200);
        assertThat(record(api, other).path("id").asText()).isEqualTo(one);
        assertThat(record(api, other).path("askedAs").asText()).isEqualTo(other);
        assertThat(categories(record(api, one))).containsExactly("WIDOWED_SPOUSE");
        awaited(() -> requests(api, other).contains(request) ? "told" : "");

        // Meanwhile: no second request under the other id, no second payment, and one that is opened for the other.
        assertThat(opened(api, other).expect(409).json().path("code").asText()).isEqualTo("request-already-open");
        select(api, campaign);
        assertThat(verdict(api, campaign, 2, one)).isEqualTo("NEAR_MISS");
        assertThat(verdict(api, campaign, 2, other)).isEmpty();
        withdraw(api, request);
        String meanwhile = opened(api, other).expect(201).json().path("id").asText();
        assertThat(requests(api, one)).contains(request, meanwhile);

        // Two again: each has what is their own, in both services.
        String unmerge = api.as("brahim")
                .at(Service.BENEFICIARY, "/v1/merges/{}/unmerge", merge)
                .key(Counter.key())
                .post(Map.of("reason", "شقيقتان بالاسم نفسه"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        decide(api, "latifa", unmerge).expect(200);
        assertThat(categories(record(api, one))).isEmpty();
        assertThat(categories(record(api, other))).containsExactly("WIDOWED_SPOUSE");
        assertThat(record(api, other).path("familyNameLatin")).isEqualTo(before.path("familyNameLatin"));
        assertThat(record(api, other).path("askedAs").isTextual()).isFalse();
        awaited(() -> requests(api, other).contains(request) ? "" : "told");
        assertThat(requests(api, one)).contains(request).doesNotContain(meanwhile);
        assertThat(requests(api, other)).contains(meanwhile).doesNotContain(request);

        // And a widow of her own may be selected, who was in the way of nobody.
        widow(api, one);
        select(api, campaign);
        assertThat(verdict(api, campaign, 3, one)).isNotEqualTo("NEAR_MISS").isNotEmpty();
        assertThat(verdict(api, campaign, 3, other)).isEqualTo("NEAR_MISS");
    }

    private static String person(Api api, String familyAr, String familyLatin) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("familyNameAr", familyAr);
        body.put("givenNameAr", "يامنة");
        body.put("familyNameLatin", familyLatin);
        body.put("givenNameLatin", "Yamna");
        body.put("sex", "F");
        body.put("birthDate", "1957-03-09");
        body.put("office", "RAB");
        return api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/persons")
                .key(Counter.key())
                .post(body)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void widow(Api api, String person) {
        entered(api, person, "categories", Map.of("category", "WIDOWED_SPOUSE", "from", WIDOWED));
        entered(
                api,
                person,
                "pensions",
                Map.of("from", WIDOWED, "amount", Map.of("amount", "1500.00", "currency", "MAD")));
    }

    /** Asked for by one registry manager, and approved by another. */
    private static void entered(Api api, String person, String what, Map<String, Object> body) {
        Map<String, Object> grounded = new LinkedHashMap<>(body);
        grounded.put("evidence", "عقد الوفاة 14");
        grounded.put("reason", "وفاة الزوج");
        String request = api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/persons/{}/{}", person, what)
                .key(Counter.key())
                .post(grounded)
                .expect(202)
                .json()
                .path("id")
                .asText();
        api.as("brahim")
                .at(Service.BENEFICIARY, "/v1/change-requests/{}/approval", request)
                .key(Counter.key())
                .ifMatch("\"1\"")
                .post()
                .expect(200);
    }

    private static String pairOf(Api api, String one, String other) {
        return api
                .as("latifa")
                .at(Service.BENEFICIARY, "/v1/doubles")
                .query("office", "RAB")
                .query("certainty", "LIKELY")
                .all()
                .stream()
                .filter(pair -> pair.path("one").path("id").asText().equals(one)
                        && pair.path("other").path("id").asText().equals(other))
                .map(pair -> pair.path("id").asText())
                .findFirst()
                .orElse("");
    }

    private static Answer opened(Api api, String person) {
        return api.as("khadija")
                .at(Service.WELFARE, "/v1/aid-requests")
                .key(Counter.key())
                .post(Counter.opening(person));
    }

    private static void withdraw(Api api, String request) {
        api.as("khadija")
                .at(Service.WELFARE, "/v1/aid-requests/{}/withdrawal", request)
                .key(Counter.key())
                .post(Map.of("reasons", "تتخلى الأسرة عن الطلب"))
                .expect(200);
    }

    private static List<String> requests(Api api, String person) {
        List<String> ids = new ArrayList<>();
        api.as("driss")
                .at(Service.WELFARE, "/v1/aid-requests")
                .query("person", person)
                .all()
                .forEach(request -> ids.add(request.path("id").asText()));
        return ids;
    }

    private static String campaign(Api api) {
        Envelope.allot(api, "AID_ADHA", "HQ", YEAR, "900000000.00");
        return api.as("nadia")
                .at(Service.WELFARE, "/v1/campaigns")
                .key(Counter.key())
                .post(Map.of(
                        "programme",
                        "AID_ADHA",
                        "nameAr",
                        "منحة العيد",
                        "nameFr",
                        "Aide de l'Aïd",
                        "year",
                        YEAR,
                        "amount",
                        Map.of("amount", "1000.00", "currency", "MAD"),
                        "envelopeOffice",
                        "HQ"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void select(Api api, String campaign) {
        api.as("nadia")
                .at(Service.WELFARE, "/v1/campaigns/{}/waves", campaign)
                .key(Counter.key())
                .within(Duration.ofMinutes(2))
                .post(Map.of("asOf", TODAY.toString(), "nameAr", "مرحلة", "nameFr", "Vague"))
                .expect(201);
    }

    private static void order(Api api, String campaign) {
        wave(api, "nadia", campaign, "proposal").expect(200);
        wave(api, "omar", campaign, "approval").expect(200);
        wave(api, "samira", campaign, "payment-batch").expect(201);
    }

    private static Answer wave(Api api, String user, String campaign, String act) {
        return api.as(user)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/1/{}", campaign, act)
                .key(Counter.key())
                .within(Duration.ofMinutes(2))
                .post();
    }

    /** What the wave says of the person; empty where it did not look at them. */
    private static String verdict(Api api, String campaign, int wave, String person) {
        return api.as("driss").at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/lines", campaign, wave).all().stream()
                .filter(line -> line.path("person").asText().equals(person))
                .map(line -> line.path("verdict").asText())
                .findFirst()
                .orElse("");
    }

    private static Answer decide(Api api, String user, String merge) {
        String etag = api.as("driss")
                .at(Service.BENEFICIARY, "/v1/merges/{}", merge)
                .get()
                .expect(200)
                .etag();
        return api.as(user)
                .at(Service.BENEFICIARY, "/v1/merges/{}/approval", merge)
                .key(Counter.key())
                .ifMatch(etag)
                .post();
    }

    private static JsonNode record(Api api, String person) {
        return api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/persons/{}", person)
                .get()
                .expect(200)
                .json();
    }

    private static List<String> categories(JsonNode person) {
        List<String> held = new ArrayList<>();
        person.path("categories").forEach(row -> held.add(row.path("category").asText()));
        return held;
    }

    private interface Found {
        String get();
    }

    /** What the services tell each other arrives within seconds. */
    private static String awaited(Found found) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        String value = found.get();
        BooleanSupplier late = () -> System.nanoTime() > end;
        while (value.isEmpty()) {
            assertThat(late.getAsBoolean())
                    .as("nothing came within two minutes")
                    .isFalse();
            TimeUnit.MILLISECONDS.sleep(500);
            value = found.get();
        }
        return value;
    }
}
