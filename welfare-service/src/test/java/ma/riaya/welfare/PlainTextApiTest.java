package ma.riaya.welfare;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.NADIA;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.underReview;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Free texts keep what people write, markup too, and nothing that does not read as it is written. */
@QuarkusTest
class PlainTextApiTest {

    /** As JSON escapes them: a bell, an override, a separator of lines, and blanks of no width alone. */
    private static final List<String> NOT_TEXT = List.of("a\\u0007", "a\\u202Eb", "a\\u2028", "\\u200B\\u2060");

    @Test
    void aSituationIsText() {
        for (String wrong : NOT_TEXT) {
            refused(opened(wrong), "situation");
        }
        opened("=1+1 <script>alert(1)</script>\\r\\nأرملة متقاعد 😀").statusCode(201);
    }

    @Test
    void reasonsAreText() {
        String id = underReview();
        for (String wrong : NOT_TEXT) {
            String reasons = "\"reasons\":\"" + wrong + "\"";
            refused(
                    post(
                            FATIMA,
                            id,
                            "proposal",
                            "{\"amount\":{\"amount\":\"3000.00\",\"currency\":\"MAD\"}," + reasons + "}"),
                    "reasons");
            refused(post(AICHA, id, "rejection", "{" + reasons + "}"), "reasons");
        }
    }

    @Test
    void namesOfACampaignAndItsWavesAreTextOfOneLine() {
        for (String wrong : NOT_TEXT) {
            refused(campaign(wrong, "HQ"), "nameAr");
            refused(wave(wrong), "nameFr");
        }
        refused(campaign("سطر\\nسطر", "HQ"), "nameAr");
    }

    @Test
    void theReaderIsToldInTheOwnLanguage() {
        As.once(FATIMA)
                .header("Accept-Language", "ar")
                .body(body("a\\u202Eb"))
                .post("/v1/aid-requests")
                .then()
                .body("violations[0].message", containsString("احذفوا حروف التحكم"));
    }

    @Test
    void theNameOfADocumentIsTextOfOneLine() {
        String request = draft();
        for (String wrong : List.of("a%E2%80%AEfdp.exe", "a%C2%85.pdf", "a%E2%80%A8.pdf", "%E2%80%8B", "a%00.pdf")) {
            As.once(FATIMA)
                    .header("Riaya-Document-Kind", "MEDICAL_CERTIFICATE")
                    .header("Content-Disposition", "attachment; filename*=UTF-8''" + wrong)
                    .contentType("application/pdf")
                    .body(new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                    .post("/v1/aid-requests/" + request + "/documents")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("document-name-malformed"));
        }
    }

    @Test
    void anOfficeIsAKnownOneWhereverItIsNamed() {
        campaign("منحة", "ZZZ").statusCode(422).body("code", equalTo("office-unknown"));
        for (String list : List.of("/v1/envelopes", "/v1/aid-requests")) {
            As.user(AICHA)
                    .get(list + "?office=ZZZ")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("office-unknown"))
                    .body("parameters.office", equalTo("ZZZ"));
        }
        As.user(SALMA).get("/v1/envelopes?office=HQ").then().statusCode(200);
    }

    private static ValidatableResponse opened(String situation) {
        return As.once(FATIMA).body(body(situation)).post("/v1/aid-requests").then();
    }

    private static String body(String situation) {
        return AidRequestsForTests.opening(UUID.randomUUID()).replace("Chimiothérapie depuis mars", situation);
    }

    private static ValidatableResponse post(Persona who, String id, String step, String body) {
        return As.once(who)
                .body(body)
                .post("/v1/aid-requests/" + id + "/" + step)
                .then();
    }

    private static ValidatableResponse campaign(String nameAr, String office) {
        return As.once(NADIA)
                .body("""
                        {"programme": "AID_ADHA", "nameAr": "%s", "nameFr": "Aide", "year": 2071,
                         "amount": {"amount": "1000.00", "currency": "MAD"}, "envelopeOffice": "%s"}
                        """.formatted(nameAr, office))
                .post("/v1/campaigns")
                .then();
    }

    private static ValidatableResponse wave(String nameFr) {
        return As.once(NADIA)
                .body("{\"asOf\": \"2025-07-01\", \"nameAr\": \"المرحلة الأولى\", \"nameFr\": \"%s\"}"
                        .formatted(nameFr))
                .post("/v1/campaigns/" + UUID.randomUUID() + "/waves")
                .then();
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(422)
                .body("code", equalTo("body-invalid"))
                .body("violations.find { it.code == 'plain-text' }.field", equalTo(field));
    }
}
