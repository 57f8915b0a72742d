package ma.riaya.welfare.aidrequest;

import static ma.riaya.testkit.Persona.DRISS;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What a family hands in: kept as it is, shown to be saved, found out by its bytes. */
@QuarkusTest
class DocumentApiTest {

    private static final byte[] PDF = "%PDF-1.7\nشهادة طبية".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");

    @Test
    void isKeptAndHandedOverToBeSaved() throws NoSuchAlgorithmException {
        String request = draft();
        String id = add(request, "certificat médical.pdf", PDF)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/aid-requests/" + request + "/documents/"))
                .body("kind", equalTo("MEDICAL_CERTIFICATE"))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(PDF.length))
                .body("sha256", equalTo(sha256(PDF)))
                .extract()
                .path("id");
        read(FATIMA, request)
                .then()
                .body("documents[0].id", equalTo(id))
                .body("documents[0].name", equalTo("certificat médical.pdf"));
        byte[] content = look(FATIMA, request, id, "AID_INSTRUCTION")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''certificat%20m%C3%A9dical.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(PDF);
    }

    @Test
    void isWhatItsBytesAre() {
        String request = draft();
        add(request, "photo.pdf", PNG).then().statusCode(201).body("mediaType", equalTo("image/png"));
        add(request, "photo.pdf", JPEG).then().statusCode(201).body("mediaType", equalTo("image/jpeg"));
        add(request, "page.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("document-form-unknown"));
        add(request, "empty.pdf", new byte[0]).then().statusCode(422).body("code", equalTo("document-form-unknown"));
        As.once(FATIMA)
                .contentType("text/html")
                .body("<html>")
                .post(address(request))
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type-unsupported"));
    }

    @Test
    void isOfTenMegabytesAtMost() {
        byte[] large = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);
        String request = draft();
        add(request, "scan.pdf", large).then().statusCode(422).body("code", equalTo("document-too-large"));
        add(request, "scan.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024)).then().statusCode(201);
    }

    /** A name may tell of an illness, and an address is written into logs. */
    @Test
    void isNamedAndOfAKindInItsHeaders() {
        String request = draft();
        for (String[] wrong : new String[][] {
            {"x", "attachment; filename=\"a.pdf\""},
            {"MEDICAL_CERTIFICATE", "attachment"},
            {"MEDICAL_CERTIFICATE", "attachment; filename=\"a/b.pdf\""},
            {"MEDICAL_CERTIFICATE", "attachment; filename*=UTF-8''a%2Fb.pdf"},
            {"MEDICAL_CERTIFICATE", "attachment; filename*=UTF-8''a%zz.pdf"},
            {"MEDICAL_CERTIFICATE", "attachment; filename=\"" + "a".repeat(121) + "\""},
        }) {
            As.once(FATIMA)
                    .header("Riaya-Document-Kind", wrong[0])
                    .header("Content-Disposition", wrong[1])
                    .contentType("application/pdf")
                    .body(new ByteArrayInputStream(PDF))
                    .post(address(request))
                    .then()
                    .statusCode(400);
        }
        As.once(FATIMA)
                .contentType("application/pdf")
                .body(new ByteArrayInputStream(PDF))
                .post(address(request) + "?kind=MEDICAL_CERTIFICATE&name=a.pdf")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
        As.once(FATIMA)
                .header("Riaya-Document-Kind", "MEDICAL_CERTIFICATE")
                .header("Content-Disposition", "attachment; filename=\"scan 1.pdf\"")
                .contentType("application/pdf")
                .body(new ByteArrayInputStream(PDF))
                .post(address(request))
                .then()
                .statusCode(201)
                .body("name", equalTo("scan 1.pdf"));
    }

    @Test
    void isAnotherRequestUnderAnotherName() {
        String request = draft();
        String key = UUID.randomUUID().toString();
        String first =
                add(key, request, "a.pdf", PDF).then().statusCode(201).extract().path("id");
        add(key, request, "a.pdf", PDF).then().statusCode(201).body("id", equalTo(first));
        add(key, request, "b.pdf", PDF).then().statusCode(422).body("code", equalTo("idempotency-key-other-request"));
    }

    @Test
    void isOneOfFiftyAtMost() {
        String request = draft();
        for (int i = 0; i < 50; i++) {
            add(request, i + ".pdf", PDF).then().statusCode(201);
        }
        add(request, "51.pdf", PDF)
                .then()
                .statusCode(409)
                .body("code", equalTo("documents-too-many"))
                .body("parameters.most", equalTo("50"));
    }

    @Test
    void isShownForAPurposeOnlyAndTheLookIsRecorded() throws SQLException {
        String request = draft();
        String id = add(request, "a.pdf", PDF).path("id");
        As.user(FATIMA)
                .get("/v1/aid-requests/" + request + "/documents/" + id)
                .then()
                .statusCode(400)
                .body("code", equalTo("purpose-missing"));
        look(FATIMA, request, id, "PAYMENT").then().statusCode(403).body("code", equalTo("purpose-not-covered"));
        look(SAMIRA, request, id, "AID_INSTRUCTION").then().statusCode(403).body("code", equalTo("role-missing"));
        look(KHADIJA, request, id, "AID_INSTRUCTION")
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        assertThat(looks(request)).isZero();
        look(DRISS, request, id, "AUDIT").then().statusCode(200);
        assertThat(looks(request)).isEqualTo(1);
        look(FATIMA, request, UUID.randomUUID().toString(), "AID_INSTRUCTION")
                .then()
                .statusCode(404)
                .body("code", equalTo("document-unknown"));
        look(FATIMA, draft(), id, "AID_INSTRUCTION").then().statusCode(404).body("code", equalTo("document-unknown"));
    }

    @Test
    void comesNoMoreOnceTheRequestIsProposed() {
        add(proposed("5000.00"), "late.pdf", PDF)
                .then()
                .statusCode(409)
                .body("code", equalTo("aid-request-not-in-state"));
    }

    private static Response add(String request, String name, byte[] content) {
        return add(UUID.randomUUID().toString(), request, name, content);
    }

    private static Response add(String key, String request, String name, byte[] content) {
        return As.user(FATIMA)
                .header("Idempotency-Key", key)
                .header("Riaya-Document-Kind", "MEDICAL_CERTIFICATE")
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .contentType("application/pdf")
                .body(new ByteArrayInputStream(content))
                .post(address(request));
    }

    private static String address(String request) {
        return "/v1/aid-requests/" + request + "/documents";
    }

    private static Response look(Persona persona, String request, String id, String purpose) {
        return As.user(persona)
                .header("Riaya-Purpose", purpose)
                .get("/v1/aid-requests/" + request + "/documents/" + id);
    }

    private static int looks(String request) throws SQLException {
        try (Connection app = Postgres.asApp();
                PreparedStatement query = app.prepareStatement(
                        "SELECT count(*) FROM audit_entry WHERE subject_id = ? AND action = 'aid-request-document-seen'")) {
            query.setString(1, request);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
