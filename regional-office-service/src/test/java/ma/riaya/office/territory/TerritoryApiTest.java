package ma.riaya.office.territory;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The territory as anyone signed in reads it. */
@QuarkusTest
class TerritoryApiTest {

    private static final String ARABIC = "[\\u0621-\\u064A ]+";
    private static final String LATIN = "[\\p{IsLatin} '’-]+";

    @Test
    void everyRegionHasBothNames() {
        assertNamedInBothScripts(all("/v1/regions"), 12);
    }

    @Test
    void everyProvinceHasBothNames() {
        List<Map<String, Object>> provinces = all("/v1/provinces");
        assertNamedInBothScripts(provinces, 75);
        assertThat(provinces.stream().filter(found -> "PREFECTURE".equals(found.get("type"))))
                .hasSize(13);
        assertThat(provinces.stream().map(found -> found.get("nameAr")).distinct())
                .hasSize(75);
    }

    @Test
    void everyOfficeHasBothNames() {
        List<Map<String, Object>> offices = all("/v1/offices");
        assertNamedInBothScripts(offices, 17);
        for (Map<String, Object> office : offices) {
            assertThat(text(office, "cityAr")).matches(ARABIC);
            assertThat(text(office, "cityFr")).matches(LATIN);
        }
    }

    /** No office sits in region 10, and none elsewhere is taken to serve it. */
    @Test
    void whatNoOfficeServesIsSeen() {
        as(Persona.DRISS)
                .get("/v1/provinces?assigned=false&region=10")
                .then()
                .statusCode(200)
                .body("items.code", contains("MA-ASZ", "MA-GUE", "MA-SIF", "MA-TNT"))
                .body("items.office", everyItem(nullValue()))
                .body("next", nullValue());
        as(Persona.DRISS).get("/v1/provinces?assigned=true&region=10").then().body("items", empty());
    }

    @Test
    void everyOtherProvinceBeginsWithAnOfficeOfItsRegion() {
        Map<String, String> regionOf = new HashMap<>();
        all("/v1/offices").forEach(office -> regionOf.put(text(office, "code"), text(office, "region")));
        for (Map<String, Object> province : all("/v1/provinces")) {
            String code = text(province, "code");
            List<String> first = as(Persona.DRISS)
                    .get("/v1/provinces/" + code + "/assignments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.office");
            String office = first.getLast();
            assertThat(office == null ? "10" : regionOf.get(office)).as(code).isEqualTo(province.get("region"));
        }
    }

    @Test
    void theProvincesOfAnOffice() {
        as(Persona.FATIMA)
                .get("/v1/provinces?office=ERR")
                .then()
                .statusCode(200)
                .body("items.code", contains("MA-ERR", "MA-MID", "MA-OUA", "MA-TIN", "MA-ZAG"));
        as(Persona.FATIMA)
                .get("/v1/provinces?office=ZZZ")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theProvincesOfARegion() {
        as(Persona.FATIMA).get("/v1/provinces?region=04").then().body("items", hasSize(7));
    }

    @Test
    void oneProvince() {
        as(Persona.MINA)
                .get("/v1/provinces/MA-FQH")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("code", equalTo("MA-FQH"))
                .body("type", equalTo("PROVINCE"))
                .body("nameAr", equalTo("الفقيه بن صالح"))
                .body("nameFr", equalTo("Fquih Ben Salah"))
                .body("region", equalTo("05"))
                .body("office", equalTo("BEM"))
                .body("actions", empty());
    }

    @Test
    void onlyAnAdministratorIsOfferedToAssign() {
        as(Persona.SALMA).get("/v1/provinces/MA-FQH").then().body("actions", contains("assign"));
        as(Persona.SALMA).get("/v1/provinces?office=BEM").then().body("items.actions", everyItem(contains("assign")));
        as(Persona.DRISS).get("/v1/provinces?office=BEM").then().body("items.actions", everyItem(empty()));
    }

    @Test
    void theOfficeOfAProvince() {
        as(Persona.KHADIJA)
                .get("/v1/provinces/MA-MAR/office")
                .then()
                .statusCode(200)
                .body("code", equalTo("SAF"))
                .body("cityAr", equalTo("آسفي"));
    }

    @Test
    void aProvinceWithoutOfficeIsSaidToBe() {
        problem(as(Persona.KHADIJA).get("/v1/provinces/MA-ASZ/office").then(), 404, "province-without-office")
                .body("parameters.province", equalTo("MA-ASZ"));
    }

    @Test
    void anUnknownProvince() {
        for (String path : List.of("MA-XXX", "MA-XXX/office", "MA-XXX/assignments")) {
            problem(as(Persona.KHADIJA).get("/v1/provinces/" + path).then(), 404, "province-unknown")
                    .body("parameters.province", equalTo("MA-XXX"));
        }
    }

    @Test
    void anUnknownRegion() {
        problem(as(Persona.KHADIJA).get("/v1/regions/13").then(), 404, "region-unknown");
    }

    @Test
    void filtersThatCannotBeRead() {
        for (String filter : List.of("assigned=maybe", "office=err", "office=E", "region=8")) {
            problem(as(Persona.KHADIJA).get("/v1/provinces?" + filter).then(), 400, "parameter-invalid")
                    .body("violations[0].code", equalTo("pattern"));
        }
    }

    @Test
    void aCursorOfAnotherList() {
        String cursor = as(Persona.KHADIJA)
                .get("/v1/regions?limit=1")
                .then()
                .extract()
                .jsonPath()
                .getString("next");
        problem(
                as(Persona.KHADIJA)
                        .queryParam("cursor", cursor)
                        .get("/v1/provinces/MA-ERR/assignments")
                        .then(),
                400,
                "cursor-invalid");
    }

    private static void assertNamedInBothScripts(List<Map<String, Object>> things, int many) {
        assertThat(things).hasSize(many);
        for (Map<String, Object> thing : things) {
            assertThat(text(thing, "nameAr")).matches(ARABIC);
            assertThat(text(thing, "nameFr")).matches(LATIN);
        }
    }

    private static String text(Map<String, Object> thing, String name) {
        return Objects.toString(thing.get(name));
    }

    /** Follows the pages to the last. */
    private static List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> found = new ArrayList<>();
        @Nullable String next = null;
        do {
            RequestSpecification request = as(Persona.NOBODY).queryParam("limit", 10);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return found;
    }

    private static RequestSpecification as(Persona persona) {
        return As.user(persona);
    }
}
