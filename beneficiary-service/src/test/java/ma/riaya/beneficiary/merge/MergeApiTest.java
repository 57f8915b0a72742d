package ma.riaya.beneficiary.merge;

import static ma.riaya.beneficiary.merge.Merging.approve;
import static ma.riaya.beneficiary.merge.Merging.category;
import static ma.riaya.beneficiary.merge.Merging.decide;
import static ma.riaya.beneficiary.merge.Merging.link;
import static ma.riaya.beneficiary.merge.Merging.merged;
import static ma.riaya.beneficiary.merge.Merging.pension;
import static ma.riaya.beneficiary.merge.Merging.person;
import static ma.riaya.beneficiary.merge.Merging.propose;
import static ma.riaya.beneficiary.merge.Merging.proposed;
import static ma.riaya.beneficiary.merge.Merging.read;
import static ma.riaya.beneficiary.merge.Merging.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.riaya.beneficiary.doubles.LookForDoubles;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Two records of one person become one, when two people have said so. */
@QuarkusTest
class MergeApiTest {

    @Inject
    LookForDoubles look;

    private static final Map<String, String> OWN_NAME = Map.of("FAMILY_NAME_LATIN", "SURVIVOR");

    @Test
    void theSurvivorHoldsWhatBothHeldAndAnswersForBoth() {
        String survivor = person("بوغالب", "BOUGHALEB", "1950-02-03", null);
        String gone = person("بوغالب", "BOURALEB", "1950-02-03", "UK700100");
        category(survivor, "RETIRED", "2010-01-01", null);
        category(gone, "WIDOWED_SPOUSE", "2015-01-01", null);
        pension(gone, "1750.00", "2015-01-01");
        People.setAccount(gone, "011519000001205000534921");
        String child = person("بوغالب", "BOUGHALEB", "1990-02-03", null);
        link(child, "CHILD", gone, "1990-02-03");

        As.user(Persona.LATIFA)
                .get("/v1/merges/preview?survivor=" + survivor + "&merged=" + gone)
                .then()
                .statusCode(200)
                .body("toChoose", contains("FAMILY_NAME_LATIN"))
                .body("carried", contains("CIN"))
                .body("conflicts.size()", equalTo(0));
        propose(Persona.LATIFA, survivor, gone, Map.of(), List.of())
                .statusCode(422)
                .body("code", equalTo("merge-fields-to-choose"))
                .body("detail", containsString("FAMILY_NAME_LATIN"));
        String merge = proposed(survivor, gone, Map.of("FAMILY_NAME_LATIN", "MERGED"), List.of());
        assertThat(read(gone).getString("id")).isEqualTo(gone);
        approve(Persona.LATIFA, merge).statusCode(403).body("code", equalTo("merge-proposer-decides"));
        approve(Persona.BRAHIM, merge)
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("decidedBy", equalTo(Persona.BRAHIM.subject()))
                .body("actions", hasItem("propose-unmerge"));

        JsonPath one = read(survivor);
        assertThat(one.getString("familyNameLatin")).isEqualTo("BOURALEB");
        assertThat(one.getString("cin")).isEqualTo("UK700100");
        assertThat(one.getList("categories.category")).containsExactlyInAnyOrder("RETIRED", "WIDOWED_SPOUSE");
        assertThat(one.getString("pension.amount")).isEqualTo("1750.00");
        assertThat(one.getString("account.iban")).isEqualTo("MA64011519000001205000534921");
        assertThat(one.getList("mergedRecords.id")).containsExactly(gone);
        assertThat(one.getString("askedAs")).isNull();
        JsonPath asked = read(gone);
        assertThat(asked.getString("id")).isEqualTo(survivor);
        assertThat(asked.getString("askedAs")).isEqualTo(gone);
        assertThat(read(child).getList("links.personId")).containsExactly(survivor);

        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + gone + "/account")
                .then()
                .statusCode(200)
                .body("payeeId", equalTo(survivor));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + gone + "/history?limit=200")
                .then()
                .statusCode(200)
                .body("items.known.cause", hasItems("ENTRY", "MERGE"))
                .body("items.what", hasItems("RETIRED", "WIDOWED_SPOUSE"));
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(gone))
                .body(Entered.grounded(People.body("ERR")))
                .put("/v1/persons/" + gone)
                .then()
                .statusCode(409)
                .body("code", equalTo("person-merged"))
                .body("detail", containsString(survivor));
        As.once(Persona.LATIFA)
                .body(Entered.grounded(Map.of("kind", "CHILD", "personId", gone, "from", "1991-01-01")))
                .post("/v1/persons/" + child + "/links")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-merged"));
    }

    @Test
    void theSearchFindsTheSurvivorByBothNamesOnce() {
        String survivor = person("أزلماط", "AZELMAT", "1949-02-03", null);
        String gone = person("تافراوت", "TAFRAOUT", "1949-02-03", "UK700200");
        merged(survivor, gone, Map.of("FAMILY_NAME_AR", "SURVIVOR", "FAMILY_NAME_LATIN", "SURVIVOR"), List.of());
        assertThat(search("AZELMAT Nezha")).containsExactly(survivor);
        assertThat(search("TAFRAOUT Nezha")).contains(survivor).doesNotContain(gone);
        assertThat(search("UK700200")).containsExactly(survivor);
        As.user(Persona.LATIFA)
                .get("/v1/persons?office=ERR&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == '" + gone + "' }.size()", equalTo(0));
    }

    @Test
    void oneIsSelectedOnceAndAsBeforeAtAnEarlierMoment() {
        String survivor = person("أمسكان", "AMASKANE", "1948-02-03", null);
        String gone = person("أمسكان", "AMASKAN", "1948-02-03", null);
        category(survivor, "WIDOWED_SPOUSE", "2001-01-01", null);
        category(gone, "WIDOWED_SPOUSE", "2001-01-01", null);
        pension(survivor, "1500.00", "2001-01-01");
        pension(gone, "1500.00", "2001-01-01");
        String before = As.user(Persona.LATIFA)
                .get("/v1/persons/" + gone + "/categories?on=2024-01-01")
                .path("knownAt");
        merged(survivor, gone, OWN_NAME, List.of());
        assertThat(candidates(null)).contains(survivor).doesNotContain(gone);
        assertThat(candidates(before)).contains(survivor, gone);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + gone + "/categories?on=2024-01-01&knownAt=" + before)
                .then()
                .body("personId", equalTo(gone))
                .body("categories.category", contains("WIDOWED_SPOUSE"));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + gone + "/categories?on=2024-01-01")
                .then()
                .body("personId", equalTo(survivor))
                .body("categories.category", contains("WIDOWED_SPOUSE"));
    }

    @Test
    void rowsThatExcludeEachOtherAreChosen() {
        String survivor = person("أوبيهي", "OUBIHI", "1947-02-03", null);
        String gone = person("أوبيهي", "OUBIHY", "1947-02-03", null);
        pension(survivor, "1500.00", "2001-01-01");
        pension(gone, "1900.00", "2003-01-01");
        People.setAccount(survivor, "011519000001205000534921");
        People.setAccount(gone, "001810007800020110620318");
        List<Map<String, String>> conflicts = As.user(Persona.LATIFA)
                .get("/v1/merges/preview?survivor=" + survivor + "&merged=" + gone)
                .then()
                .statusCode(200)
                .body("conflicts.kind", hasItems("PENSION", "ACCOUNT"))
                .extract()
                .jsonPath()
                .getList("conflicts");
        propose(Persona.LATIFA, survivor, gone, OWN_NAME, List.of())
                .statusCode(422)
                .body("code", equalTo("merge-lines-to-choose"));
        propose(Persona.LATIFA, survivor, gone, OWN_NAME, List.of(survivor))
                .statusCode(422)
                .body("code", equalTo("merge-line-unknown"));
        List<String> dropped = conflicts.stream()
                .map(conflict -> "PENSION".equals(conflict.get("kind")) ? conflict.get("one") : conflict.get("other"))
                .map(Objects::requireNonNull)
                .toList();
        merged(survivor, gone, OWN_NAME, dropped);
        assertThat(read(survivor).getString("pension.amount")).isEqualTo("1900.00");
        assertThat(read(survivor).getString("account.iban")).isEqualTo("MA64011519000001205000534921");
    }

    @Test
    void aRecordThatChangedSinceIsAConflictAndNothingIsLost() {
        String survivor = person("أغبالو", "AGHBALOU", "1946-02-03", null);
        String gone = person("أغبالو", "AGHBALO", "1946-02-03", null);
        String merge = proposed(survivor, gone, OWN_NAME, List.of());
        propose(Persona.BRAHIM, survivor, gone, OWN_NAME, List.of())
                .statusCode(409)
                .body("code", equalTo("merge-proposed-already"));
        category(gone, "RETIRED", "2005-01-01", null);
        approve(Persona.BRAHIM, merge).statusCode(409).body("code", equalTo("merge-changed-since"));
        assertThat(read(gone).getString("id")).isEqualTo(gone);
        decide(Persona.BRAHIM, merge, "withdrawal", null)
                .statusCode(403)
                .body("code", equalTo("merge-not-the-proposer"));
        decide(Persona.LATIFA, merge, "withdrawal", null).statusCode(200).body("state", equalTo("WITHDRAWN"));
        decide(Persona.LATIFA, merge, "withdrawal", null)
                .statusCode(409)
                .body("code", equalTo("merge-decided-already"));
        String again = proposed(survivor, gone, OWN_NAME, List.of());
        decide(Persona.LATIFA, again, "rejection", Map.of("reason", "Non"))
                .statusCode(403)
                .body("code", equalTo("merge-proposer-decides"));
        decide(Persona.BRAHIM, again, "rejection", Map.of("reason", "Actes différents"))
                .statusCode(200)
                .body("decisionReason", equalTo("Actes différents"));
        As.user(Persona.DRISS)
                .get("/v1/merges?state=REJECTED&person=" + gone)
                .then()
                .statusCode(200)
                .body("items.id", contains(again));
    }

    @Test
    void whoCannotBeOneIsRefusedByName() {
        String one = person("أولحاج", "OULHAJ", "1945-02-03", "UK700301");
        String other = person("أولحاج", "OULHAJ", "1945-02-03", "UK700302");
        propose(Persona.LATIFA, one, one, Map.of(), List.of()).statusCode(422).body("code", equalTo("merge-with-self"));
        propose(Persona.LATIFA, one, other, Map.of("CIN", "SURVIVOR"), List.of())
                .statusCode(409)
                .body("code", equalTo("merge-two-identities"));
        String relative = person("أولحاج", "OULHAJ", "1945-02-04", null);
        link(relative, "SPOUSE", one, "1970-01-01");
        propose(Persona.LATIFA, one, relative, Map.of("BIRTH_DATE", "SURVIVOR"), List.of())
                .statusCode(409)
                .body("code", equalTo("merge-of-relatives"));
        String first = person("أولحاج", "OULHAJ", "1945-02-03", null);
        String second = person("أولحاج", "OULHAJ", "1945-02-03", null);
        merged(first, second, Map.of(), List.of());
        propose(Persona.LATIFA, one, second, Map.of(), List.of())
                .statusCode(409)
                .body("code", equalTo("person-merged"));
        propose(Persona.LATIFA, one, first, Map.of(), List.of())
                .statusCode(409)
                .body("code", equalTo("merge-stands-for-others"));
        merged(first, one, Map.of(), List.of());
        propose(Persona.FATIMA, first, other, Map.of(), List.of()).statusCode(403);
        String asks = person("أولحاج", "OULHAJ", "1945-02-03", null);
        String request = People.askAccount(asks, RegistryCsv.rib());
        propose(Persona.LATIFA, first, asks, Map.of(), List.of())
                .statusCode(409)
                .body("code", equalTo("merge-changes-wait"))
                .body("parameters.person", equalTo(asks));
        Approved.byBrahim(request);
        propose(Persona.LATIFA, first, asks, Map.of(), List.of()).statusCode(201);
        As.user(Persona.LATIFA).get("/v1/merges/" + one).then().statusCode(404).body("code", equalTo("merge-unknown"));
    }

    @Test
    void aDeathThatAnEventTellsIsNotChosenAway() {
        String survivor = person("أمسناو", "AMSNAW", "1939-02-03", null);
        String gone = person("أمسناو", "AMSNAW", "1939-02-03", null);
        As.once(Persona.LATIFA)
                .body(Map.of("kind", "DEATH", "day", "2021-05-05", "manner", "OTHERWISE", "evidence", "Acte 3"))
                .post("/v1/persons/" + gone + "/events")
                .then()
                .statusCode(201);
        propose(Persona.LATIFA, survivor, gone, Map.of("DEATH_DATE", "SURVIVOR"), List.of())
                .statusCode(409)
                .body("code", equalTo("merge-death-by-event"));
        merged(survivor, gone, Map.of(), List.of());
        assertThat(read(survivor).getString("deathDate")).isEqualTo("2021-05-05");
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + survivor + "/events")
                .then()
                .body("items.kind", contains("DEATH"))
                .body("items.personId", contains(survivor));
    }

    @Test
    void thePairIsMergedAndWhatTheOneWasAlikeToIsAlikeToTheSurvivor() {
        String survivor = person("أمحزون", "AMEHZOUNE", "1937-02-03", null);
        String gone = person("أمهزون", "AMAHZOUN", "1937-02-03", null);
        String third = person("أمهزون", "AMAHZOUN", "1937-02-03", null);
        look.run();
        merged(survivor, gone, Map.of("FAMILY_NAME_AR", "SURVIVOR", "FAMILY_NAME_LATIN", "SURVIVOR"), List.of());
        look.run();
        assertThat(pairs("MERGED", survivor)).containsExactly(gone);
        assertThat(pairs("OPEN", gone)).isEmpty();
        assertThat(pairs("OPEN", third)).containsExactly(survivor);
    }

    private static List<String> pairs(String state, String person) {
        List<String> others = new ArrayList<>();
        Map<String, String> next = Map.of();
        do {
            JsonPath page = As.user(Persona.LATIFA)
                    .queryParams(next)
                    .get("/v1/doubles?limit=200&office=ERR&state=" + state)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            others.addAll(page.getList("items.findAll { it.one.id == '" + person + "' }.other.id"));
            others.addAll(page.getList("items.findAll { it.other.id == '" + person + "' }.one.id"));
            String cursor = page.getString("next");
            next = cursor == null ? Map.of() : Map.of("cursor", cursor);
        } while (!next.isEmpty());
        return others;
    }

    @Test
    void aFamilyReadsItsOwnRecordUnderEitherId() {
        String survivor = person("أبحيح", "ABHIH", "1938-02-03", null);
        String gone = person("أبحيح", "ABHIH", "1938-02-03", null);
        merged(survivor, gone, Map.of(), List.of());
        for (String own : List.of(survivor, gone)) {
            As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", own)))
                    .get("/v1/persons/" + survivor)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(survivor));
        }
        As.user(Persona.MINA).get("/v1/persons/" + gone).then().statusCode(404);
    }

    @Test
    void theSamePostTwiceIsOneProposal() {
        String survivor = person("أفولاي", "AFOULAY", "1944-02-03", null);
        String gone = person("أفولاي", "AFOULAY", "1944-02-03", null);
        var request = As.once(Persona.LATIFA).body(Merging.body(survivor, gone, Map.of(), List.of()));
        String first =
                request.post("/v1/merges").then().statusCode(201).extract().path("id");
        String again =
                request.post("/v1/merges").then().statusCode(201).extract().path("id");
        assertThat(again).isEqualTo(first);
        As.once(Persona.BRAHIM).post("/v1/merges/" + first + "/approval").then().statusCode(428);
        As.once(Persona.BRAHIM)
                .header("If-Match", "\"77\"")
                .post("/v1/merges/" + first + "/approval")
                .then()
                .statusCode(412);
    }

    private static List<String> candidates(@org.jspecify.annotations.Nullable String knownAt) {
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        body.put("asOf", "2024-01-01");
        body.put("groups", List.of(Map.of("category", "WIDOWED_SPOUSE", "pensionUpTo", "2000.00")));
        body.put("limit", 200);
        if (knownAt != null) {
            body.put("knownAt", knownAt);
        }
        List<String> found = new java.util.ArrayList<>();
        String next;
        do {
            JsonPath page = As.user(Persona.NADIA)
                    .header("Riaya-Purpose", "PAYMENT")
                    .body(body)
                    .post("/v1/candidates")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.personId"));
            next = page.getString("next");
            body.put("cursor", next);
        } while (next != null);
        return found;
    }
}
