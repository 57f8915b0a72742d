package ma.riaya.beneficiary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person is found by a name in any spelling, and by numbers that stand in no address. */
@QuarkusTest
class SearchApiTest {

    @Test
    void aWidowIsFoundUnderAnotherSpelling() {
        String id = named("ERR", "إزة", "أوخلفن", "Izza", "OUKHALFEN");
        named("ERR", "إزة", "أوخلو", "Izza", "OUKHALLOU");
        for (String asked :
                List.of("Izza Oukhalfen", "Iza Oukhelfen", "OUKHALFEN Izza", "ازه اوخلفن", "Ou Khalfen Izza")) {
            search(Persona.FATIMA, Map.of("q", asked)).body("items[0].id", equalTo(id));
        }
        search(Persona.FATIMA, Map.of("q", "Izza Oukhalfen"))
                .body("items[0].why", equalTo("same-name"))
                .body("items[0].score", equalTo(1.0f))
                .body("items[0].actions", contains("read"));
        search(Persona.FATIMA, Map.of("q", "إزة أخلفن")).body("items[0].why", equalTo("other-spelling"));
    }

    @Test
    void aNameMistypedIsFoundByWhatItLooksLike() {
        String id = named("ERR", "تودا", "أزنكوض", "Touda", "AZENKOUDH");
        search(Persona.FATIMA, Map.of("q", "Touda Azenkuodh")).body("items[0].id", equalTo(id));
        search(Persona.FATIMA, Map.of("q", "Azemkoudh"))
                .body("items[0].id", equalTo(id))
                .body("items[0].why", equalTo("similar-name"));
    }

    @Test
    void whatAgreesIsSaidPartByPart() {
        String id = named("ERR", "عبد المغيث", "الزلكيفي", "Abdelmoughit", "ZALGUIFI");
        search(Persona.FATIMA, Map.of("q", "Zalgifi Abd El Moughite"))
                .body("items[0].id", equalTo(id))
                .body("items[0].why", equalTo("other-spelling"))
                .body("items[0].reasons.of", contains("name", "name", "name-order"))
                .body("items[0].reasons.asked", contains("Zalgifi", "Abd El Moughite", null))
                .body("items[0].reasons.found", contains("ZALGUIFI", "Abdelmoughit", null))
                .body("items[0].reasons.how", contains("other-spelling", "other-spelling", "swapped"));
        search(Persona.FATIMA, Map.of("q", "عبد المغيث الزلگيفي"))
                .body("items[0].id", equalTo(id))
                .body("items[0].reasons.how", contains("same", "other-spelling"));
    }

    @Test
    void wordsRunTogetherAreFound() {
        String id = named("ERR", "مينة إيطو", "أقشمير", "Mina Itto", "AKCHMIR");
        search(Persona.FATIMA, Map.of("q", "Minaitto Akchmir")).body("items[0].id", equalTo(id));
        search(Persona.FATIMA, Map.of("q", "Mina Itto Akch Mir")).body("items[0].id", equalTo(id));
    }

    @Test
    void aBirthDateBringsTheRightNamesakeFirst() {
        String elder = born("1951-07-09");
        String younger = born("1987-09-07");
        search(Persona.FATIMA, Map.of("q", "Rkouch Tizgui", "birthDate", "1951-07-09"))
                .body("items.id", contains(elder, younger))
                .body("items[0].reasons.find { it.of == 'birth-date' }.how", equalTo("same"))
                .body("items[1].reasons.find { it.of == 'birth-date' }.how", equalTo("other"));
        search(Persona.FATIMA, Map.of("q", "رقوش تيزكي 07/09/1987")).body("items[0].id", equalTo(younger));
        search(Persona.FATIMA, Map.of("q", "Rkouch Tizgui 09-07-1987"))
                .body("items[0].id", equalTo(younger))
                .body("items[0].reasons.find { it.of == 'birth-date' }.how", equalTo("swapped"));
        search(Persona.FATIMA, Map.of("q", "Rkouch Tizgui", "birthYear", 1987)).body("items[0].id", equalTo(younger));
        search(Persona.FATIMA, Map.of("birthDate", "1951-07-09")).body("items.id", hasItem(elder));
        // A birth date that an officer may not see must not show in the score.
        search(Persona.KHADIJA, Map.of("q", "Rkouch Tizgui", "birthDate", "1951-07-09"))
                .body("items.score", contains(1.0f, 1.0f))
                .body("items.reasons.flatten().findAll { it.of == 'birth-date' }", empty());
    }

    @Test
    void numbersAndAnOfficeStandBesideTheName() {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("cin", "UJ771230");
        body.put("familyNameLatin", "OUDRHIRI");
        body.put("familyNameAr", "الودغيري");
        String id = People.register(body).getString("id");
        search(Persona.FATIMA, Map.of("q", "Nezha Oudghiri UJ771230"))
                .body("items[0].id", equalTo(id))
                .body("items[0].why", equalTo("cin"));
        search(Persona.FATIMA, Map.of("q", "Nezha Oudghiri RAB")).body("items.id", not(hasItem(id)));
        search(Persona.FATIMA, Map.of("q", "Nezha Oudghiri ERR")).body("items.id", hasItem(id));
    }

    private static String born(String day) {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("givenNameAr", "رقوش");
        body.put("familyNameAr", "تيزكي");
        body.put("givenNameLatin", "Rkouch");
        body.put("familyNameLatin", "TIZGUI");
        body.put("birthDate", day);
        return People.register(body).getString("id");
    }

    @Test
    void theOwnOfficeComesFirstAndOfOthersTheNameAloneIsTold() {
        String elsewhere = named("RAB", "هلا", "الغزافي", "Hella", "EL GHOZAFI");
        String own = named("ERR", "هلا", "الغزافي", "Hella", "ELGHOZAFI");
        search(Persona.FATIMA, Map.of("q", "Hella El Ghozafi"))
                .body("items.id", contains(own, elsewhere))
                .body("items[1].familyNameAr", equalTo("الغزافي"))
                .body("items[1].office", equalTo("RAB"))
                .body("items[1].reference", nullValue())
                .body("items[1].birthDate", nullValue())
                .body("items[1].actions", empty());
        search(Persona.FATIMA, Map.of("q", "Hella El Ghozafi", "office", "RAB")).body("items.id", contains(elsewhere));
        search(Persona.DRISS, Map.of("q", "Hella El Ghozafi")).body("items.birthDate", not(hasItem(nullValue())));
    }

    @Test
    void numbersAreKnownByTheirShapeAndAskedInABody() throws SQLException {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("cin", "UJ902177");
        body.put("matricule", "9021771");
        String id = People.register(body).getString("id");
        String rib = RegistryCsv.rib();
        People.setAccount(id, rib);
        search(Persona.FATIMA, Map.of("q", "uj 902177"))
                .body("items.id", contains(id))
                .body("items[0].why", equalTo("cin"));
        search(Persona.FATIMA, Map.of("cin", "UJ902177")).body("items.id", contains(id));
        search(Persona.FATIMA, Map.of("q", "٩٠٢١٧٧١"))
                .body("items.id", contains(id))
                .body("items[0].why", equalTo("matricule"));
        search(Persona.FATIMA, Map.of("matricule", "9021771")).body("items.id", contains(id));
        search(Persona.LATIFA, Map.of("rib", rib))
                .body("items.id", contains(id))
                .body("items[0].why", equalTo("account"));
        assertThat(People.trail(id, "person-found-by-number")).isEqualTo(3);
        search(Persona.FATIMA, Map.of("cin", "UJ000000")).body("items", empty());
        As.user(Persona.FATIMA)
                .body(Map.of("rib", rib))
                .post("/v1/persons/search")
                .then()
                .statusCode(403)
                .body("code", equalTo("account-search-not-for-role"));
    }

    @Test
    void neitherANameNorANumberStandsInAnAddress() {
        for (String asked : List.of(
                "UJ902177",
                "9021771",
                "902",
                "٩٠٢",
                "011519000001205000534921",
                "011 519 0000012050005349 21",
                "MA64 0115 1900 0001 2050 0053 4921",
                "Tamou 1960",
                "بطاقة ٩٠٢١٧٧")) {
            As.user(Persona.FATIMA)
                    .queryParam("q", asked)
                    .get("/v1/persons")
                    .then()
                    .statusCode(400)
                    .header("Link", nullValue())
                    .body("code", equalTo("number-in-address"));
        }
        for (String parameter : List.of("cin", "matricule", "rib")) {
            As.user(Persona.FATIMA)
                    .queryParam(parameter, "UJ902177")
                    .get("/v1/persons")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("number-in-address"));
        }
        for (String name : List.of("Tamou", "طامو الدكالي")) {
            As.user(Persona.FATIMA)
                    .queryParam("q", name)
                    .get("/v1/persons")
                    .then()
                    .statusCode(400)
                    .header("Link", nullValue())
                    .body("code", equalTo("name-in-address"));
        }
    }

    @Test
    void whatIsFoundComesInPagesInOneOrder() {
        for (int i = 0; i < 7; i++) {
            named("ERR", "حسناء", "البقوري", "Hasnaa", "EL BAQOURI");
        }
        List<String> whole = search(Persona.DRISS, Map.of("q", "Hasna Bakouri", "limit", 200))
                .extract()
                .jsonPath()
                .getList("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = search(Persona.DRISS, Map.of("q", "Hasna Bakouri", "limit", 3, "cursor", cursor))
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(paged).hasSizeGreaterThanOrEqualTo(7).isEqualTo(whole);
    }

    @Test
    void withoutANameThoseOfAnOfficeAreListed() {
        String own = named("SAF", "طامو", "الدكالي", "Tamou", "DOUKKALI");
        Set<String> listed = new HashSet<>();
        String next = "/v1/persons?office=SAF&limit=1";
        while (next != null) {
            var page = As.user(Persona.DRISS).get(next).then().statusCode(200).extract();
            listed.addAll(page.jsonPath().getList("items.id"));
            String cursor = page.jsonPath().getString("next");
            next = cursor == null ? null : "/v1/persons?office=SAF&limit=1&cursor=" + cursor;
        }
        assertThat(listed).contains(own);
        As.user(Persona.FATIMA)
                .get("/v1/persons?office=SAF")
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        As.user(Persona.FATIMA).get("/v1/persons").then().statusCode(200);
        As.user(Persona.FATIMA)
                .get("/v1/persons?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        As.user(Persona.FATIMA)
                .get("/v1/persons?office=safi")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
    }

    private static String named(String office, String givenAr, String familyAr, String givenLatin, String familyLatin) {
        Map<String, @Nullable Object> body = People.body(office);
        body.put("givenNameAr", givenAr);
        body.put("familyNameAr", familyAr);
        body.put("givenNameLatin", givenLatin);
        body.put("familyNameLatin", familyLatin);
        return People.register(body).getString("id");
    }

    private static ValidatableResponse search(Persona persona, Map<String, ?> body) {
        return As.user(persona).body(body).post("/v1/persons/search").then().statusCode(200);
    }
}
