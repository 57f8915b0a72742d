package ma.riaya.welfare.campaign;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;

/** A campaign of the Aïd, taken step by step by the people who take it in life. */
public record Adha(String campaign, String envelope) {

    private static final AtomicInteger CAMPAIGNS = new AtomicInteger();

    /** Years that no other test names: a programme has one campaign in each. */
    private static final List<Integer> YEARS = Stream.of(
                    IntStream.rangeClosed(2060, 2098),
                    IntStream.rangeClosed(2026, 2054),
                    IntStream.rangeClosed(2055, 2059),
                    IntStream.of(2020, 2024, 2025, 2100))
            .flatMap(IntStream::boxed)
            .toList();

    /** Opened by NADIA on an envelope of its own. */
    public static Adha opened(String allotted) {
        int year = YEARS.get(CAMPAIGNS.getAndIncrement());
        String envelope = envelope(year, allotted);
        String campaign = open("AID_ADHA", year, "1000.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Adha(campaign, envelope);
    }

    static String envelope(int year, String allotted) {
        return As.once(Persona.SALMA)
                .body("""
                        {"programme": "AID_ADHA", "office": "HQ", "year": %d, "allotted": {"amount": "%s", "currency": "MAD"}}
                        """.formatted(year, allotted))
                .post("/v1/envelopes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response open(String programme, int year, String amount, String allotted) {
        envelope(year, allotted);
        return open(programme, year, amount);
    }

    static Response open(String programme, int year, String amount) {
        return As.once(Persona.NADIA)
                .body("""
                        {"programme": "%s", "nameAr": "منحة عيد الأضحى", "nameFr": "Aide de l'Aïd", "year": %d,
                         "amount": {"amount": "%s", "currency": "MAD"}, "envelopeOffice": "HQ"}
                        """.formatted(programme, year, amount))
                .post("/v1/campaigns");
    }

    Response selecting(String asOf) {
        return As.once(Persona.NADIA).body("""
                        {"asOf": "%s", "nameAr": "الدفعة", "nameFr": "Vague"}
                        """.formatted(asOf)).post("/v1/campaigns/" + campaign + "/waves");
    }

    public ValidatableResponse selected(String asOf) {
        return selecting(asOf).then().statusCode(201);
    }

    public Response step(Persona who, int wave, String act) {
        return As.once(who).post("/v1/campaigns/" + campaign + "/waves/" + wave + "/" + act);
    }

    /** Proposed by NADIA and approved by OMAR. */
    public Adha approved(int wave) {
        step(Persona.NADIA, wave, "proposal").then().statusCode(200);
        step(Persona.OMAR, wave, "approval").then().statusCode(200);
        return this;
    }

    /** Ordered by SAMIRA and released by KARIM; answers the batch. */
    public String sent(int wave) {
        String batch = step(Persona.SAMIRA, wave, "payment-batch")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        return batch;
    }

    ValidatableResponse wave(int number) {
        return As.user(Persona.DRISS)
                .get("/v1/campaigns/" + campaign + "/waves/" + number)
                .then()
                .statusCode(200);
    }

    public ValidatableResponse lines(int number, String filter) {
        return As.user(Persona.DRISS)
                .get("/v1/campaigns/" + campaign + "/waves/" + number + "/lines?" + filter)
                .then()
                .statusCode(200);
    }

    public void assertEnvelope(String reserved, String committed, String paid) {
        As.user(Persona.KARIM)
                .get("/v1/envelopes/" + envelope)
                .then()
                .statusCode(200)
                .body("reserved.amount", equalTo(reserved))
                .body("committed.amount", equalTo(committed))
                .body("paid.amount", equalTo(paid));
    }
}
