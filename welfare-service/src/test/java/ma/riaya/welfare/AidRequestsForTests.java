package ma.riaya.welfare;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.testkit.Persona.SAMIRA;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;

/** Brings aid requests into the state that a test begins with, by the same calls that people make. */
public final class AidRequestsForTests {

    public static final String PROGRAMME = "SERIOUS_ILLNESS";

    private static final AtomicBoolean ENVELOPE_OPEN = new AtomicBoolean();

    private AidRequestsForTests() {}

    /** The answer to opening a request for that person. */
    public static Response open(Persona officer, UUID person) {
        return As.once(officer).body(opening(person)).post("/v1/aid-requests");
    }

    public static String opening(UUID person) {
        return """
                {"personId":"%s","programme":"%s","situation":"Chimiothérapie depuis mars","channel":"COUNTER"}
                """.formatted(person, PROGRAMME);
    }

    public static String draft() {
        return draft(UUID.randomUUID());
    }

    public static String draft(UUID person) {
        return open(FATIMA, person).then().statusCode(201).extract().path("id");
    }

    public static String submitted() {
        return step(FATIMA, draft(), "submission");
    }

    public static String underReview() {
        return step(FATIMA, submitted(), "review");
    }

    /** Proposed by FATIMA, who is no head. */
    public static String proposed(String amount) {
        return proposed(underReview(), FATIMA, amount);
    }

    public static String proposed(String id, Persona officer, String amount) {
        propose(officer, id, amount).then().statusCode(200);
        return id;
    }

    /** Approved by HASSAN, in an envelope that holds enough. */
    public static String approved(String amount) {
        openEnvelope();
        String id = proposed(amount);
        with(HASSAN, id, "approval").then().statusCode(200);
        return id;
    }

    /** Ordered by SAMIRA. */
    public static String ordered(String amount) {
        String id = approved(amount);
        As.once(SAMIRA).post("/v1/aid-requests/" + id + "/order").then().statusCode(200);
        return id;
    }

    public static Response propose(Persona officer, String id, String amount) {
        return As.once(officer).body("""
                        {"amount":{"amount":"%s","currency":"MAD"},"reasons":"Pension de 1 850 MAD, trois enfants"}
                        """.formatted(amount)).post("/v1/aid-requests/" + id + "/proposal");
    }

    /** A step that states reasons. */
    public static Response with(Persona persona, String id, String step) {
        return As.once(persona).body("{\"reasons\":\"Dossier complet\"}").post("/v1/aid-requests/" + id + "/" + step);
    }

    /** A step that states nothing, which is to succeed. */
    public static String step(Persona persona, String id, String step) {
        As.once(persona).post("/v1/aid-requests/" + id + "/" + step).then().statusCode(200);
        return id;
    }

    public static Response read(Persona persona, String id) {
        return As.user(persona).get("/v1/aid-requests/" + id);
    }

    /** The envelope of Errachidia for this year, opened once for all tests. */
    public static void openEnvelope() {
        if (ENVELOPE_OPEN.compareAndSet(false, true)) {
            openEnvelope(PROGRAMME, "ERR", thisYear(), "100000000.00");
        }
    }

    public static String openEnvelope(String programme, String office, int year, String allotted) {
        return As.once(SALMA)
                .body("""
                        {"programme":"%s","office":"%s","year":%d,"allotted":{"amount":"%s","currency":"MAD"}}
                        """.formatted(programme, office, year, allotted))
                .post("/v1/envelopes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The budget year of the business day. */
    public static int thisYear() {
        return LocalDate.now(ZoneId.of("Africa/Casablanca")).getYear();
    }

    /** AICHA instructs and is a head too: she proposes what she then may not decide. */
    public static String proposedByAicha(String amount) {
        return proposed(underReview(), AICHA, amount);
    }
}
