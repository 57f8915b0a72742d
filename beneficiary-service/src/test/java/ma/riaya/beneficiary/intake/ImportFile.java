package ma.riaya.beneficiary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;

/** A file sent as it is, with what a manager declares of it. */
final class ImportFile {

    private ImportFile() {}

    static ValidatableResponse post(byte[] file, String media, String query) {
        return As.once(Persona.LATIFA)
                .contentType(media)
                .body(file)
                .post("/v1/imports" + query)
                .then();
    }

    /** Sends text in UTF-8 and waits for the end. */
    static JsonPath send(String text, String query) {
        return send(text.getBytes(StandardCharsets.UTF_8), Upload.CSV, query);
    }

    static JsonPath send(byte[] file, String media, String query) {
        String location = post(file, media, query).statusCode(202).extract().header("Location");
        return RegistryCsv.await(location.substring(location.indexOf("/v1/")));
    }

    /** A good import says what it did; anything else shows its lines. */
    static JsonPath sendWell(String text, String query) {
        JsonPath job = send(text, query);
        assertThat(job.getInt("refused") + job.getInt("needsLook"))
                .as(() -> lines(job, "").extract().asString())
                .isZero();
        return job;
    }

    static ValidatableResponse lines(JsonPath job, String verdict) {
        return As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/lines?limit=200"
                        + (verdict.isEmpty() ? "" : "&verdict=" + verdict))
                .then()
                .statusCode(200);
    }

    static ValidatableResponse rows(JsonPath job, String verdict) {
        return As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/rows?limit=200&verdict=" + verdict)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse corrections(JsonPath job) {
        return As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .accept("text/csv, application/problem+json")
                .get("/v1/imports/" + job.getString("id") + "/corrections")
                .then();
    }
}
