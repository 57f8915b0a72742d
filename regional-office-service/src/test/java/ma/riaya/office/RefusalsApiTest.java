package ma.riaya.office;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Each refusal of this service is provoked, and answered in Arabic, French and English. */
@QuarkusTest
class RefusalsApiTest {

    private static final List<Provoked> REFUSALS = List.of(
            new Provoked(404, "region-unknown", as -> as.get("/v1/regions/99")),
            new Provoked(404, "province-unknown", as -> as.get("/v1/provinces/MA-XXX")),
            new Provoked(404, "province-without-office", as -> as.get("/v1/provinces/MA-GUE/office")),
            new Provoked(409, "province-already-with-office", as -> assign(as, "MA-SEF", "\"FES\"")),
            new Provoked(409, "province-already-without-office", as -> assign(as, "MA-GUE", "null")),
            new Provoked(422, "assignment-office-unknown", as -> assign(as, "MA-SEF", "\"ZZZ\"")),
            new Provoked(404, "office-unknown", as -> as.get("/v1/offices/ZZZ")),
            new Provoked(409, "head-appointment-overlaps", as -> appoint(as, "2")),
            new Provoked(409, "head-decision-already-used", as -> appoint(as, "1")));

    @Test
    void speaksThreeLanguages() {
        appoint(As.once(Persona.SALMA), "1");
        assertAll(REFUSALS.stream()
                .flatMap(refusal -> ProblemTexts.LANGUAGES.stream().map(language -> () -> refusal.provoke(language))));
    }

    @Test
    void noneIsLeftOut() {
        Set<String> codes = new TreeSet<>();
        for (String key : ownTexts()) {
            codes.add(key.substring(0, key.lastIndexOf('.')));
        }
        assertThat(REFUSALS.stream().map(Provoked::code)).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static Set<String> ownTexts() {
        java.util.Properties own = new java.util.Properties();
        try (java.io.InputStream texts =
                RefusalsApiTest.class.getResourceAsStream("/problems/refusals_en.properties")) {
            own.load(java.util.Objects.requireNonNull(texts));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return own.stringPropertyNames();
    }

    private static Response assign(RequestSpecification as, String province, String office) {
        return as.header("If-Match", "\"1\"")
                .body("{\"office\": " + office + ", \"reason\": \"r\"}")
                .put("/v1/provinces/" + province + "/office");
    }

    private static Response appoint(RequestSpecification as, String decision) {
        return as.body("""
                {"username": "first", "nameAr": "فلان", "nameFr": "Foulane", "decisionNumber": "%s", "from": "2026-01-01"}
                """.formatted(decision)).post("/v1/offices/RAB/heads");
    }

    private record Provoked(int status, String code, Function<RequestSpecification, Response> call) {

        void provoke(Locale language) {
            RequestSpecification as = As.once(Persona.SALMA).header("Accept-Language", language.toLanguageTag());
            problem(call.apply(as).then(), status, code, language.toLanguageTag());
        }
    }
}
