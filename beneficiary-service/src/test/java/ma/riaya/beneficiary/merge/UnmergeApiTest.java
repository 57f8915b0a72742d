package ma.riaya.beneficiary.merge;

import static ma.riaya.beneficiary.merge.Merging.approve;
import static ma.riaya.beneficiary.merge.Merging.category;
import static ma.riaya.beneficiary.merge.Merging.link;
import static ma.riaya.beneficiary.merge.Merging.merged;
import static ma.riaya.beneficiary.merge.Merging.pension;
import static ma.riaya.beneficiary.merge.Merging.person;
import static ma.riaya.beneficiary.merge.Merging.proposeUnmerge;
import static ma.riaya.beneficiary.merge.Merging.read;
import static ma.riaya.beneficiary.merge.Merging.record;
import static ma.riaya.beneficiary.merge.Merging.search;
import static ma.riaya.beneficiary.merge.Merging.unmerged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Two people who were taken for one are two again, each with what is their own. */
@QuarkusTest
class UnmergeApiTest {

    @Test
    void bothAreAsTheyWereAndWhatWasEnteredSinceGoesToTheRightOne() {
        String survivor = person("أكزناي", "AGZENNAY", "1943-02-03", null);
        String other = person("أكزناي", "AGZENAY", "1943-02-03", "UK700400");
        category(survivor, "RETIRED", "2003-01-01", null);
        category(other, "WIDOWED_SPOUSE", "2004-01-01", null);
        pension(survivor, "1500.00", "2003-01-01");
        pension(other, "1900.00", "2004-01-01");
        People.setAccount(other, "001810007800020110620318");
        String child = person("أكزناي", "AGZENNAY", "1999-02-03", null);
        link(child, "CHILD", other, "1999-02-03");
        Map<String, Object> survivorBefore = record(survivor);
        Map<String, Object> otherBefore = record(other);
        String pensionOfSurvivor = As.user(Persona.LATIFA)
                .get("/v1/merges/preview?survivor=" + survivor + "&merged=" + other)
                .path("conflicts[0].one");
        String merge = merged(survivor, other, Map.of("FAMILY_NAME_LATIN", "MERGED"), List.of(pensionOfSurvivor));

        category(survivor, "INJURED_ON_DUTY", "2026-01-01", null);
        category(survivor, "PARENT", "2026-01-01", null);
        String event = As.once(Persona.LATIFA)
                .body(Map.of("kind", "END_OF_SCHOOLING", "day", "1965-06-30", "evidence", "Attestation"))
                .post("/v1/persons/" + survivor + "/events")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<Map<String, String>> lines = As.user(Persona.BRAHIM)
                .get("/v1/merges/" + merge + "/lines-since")
                .then()
                .statusCode(200)
                .body("lines.what", containsInAnyOrder("INJURED_ON_DUTY", "PARENT", "END_OF_SCHOOLING"))
                .extract()
                .jsonPath()
                .getList("lines");
        String parent = Objects.requireNonNull(lines.stream()
                .filter(line -> "PARENT".equals(line.get("what")))
                .findFirst()
                .orElseThrow()
                .get("id"));
        proposeUnmerge(merge, List.of(survivor)).statusCode(422).body("code", equalTo("merge-line-unknown"));
        String unmerge = proposeUnmerge(merge, List.of(parent, event))
                .statusCode(201)
                .extract()
                .path("id");
        approve(Persona.BRAHIM, unmerge).statusCode(403).body("code", equalTo("merge-proposer-decides"));
        assertThat(read(other).getString("id")).isEqualTo(survivor);
        approve(Persona.LATIFA, unmerge).statusCode(200);

        assertThat(read(other).getString("id")).isEqualTo(other);
        assertThat(read(other).getString("askedAs")).isNull();
        assertThat(read(survivor).getList("mergedRecords")).isEmpty();
        assertThat(read(survivor).getList("categories.category"))
                .containsExactlyInAnyOrder("RETIRED", "INJURED_ON_DUTY");
        assertThat(read(other).getList("categories.category")).containsExactlyInAnyOrder("WIDOWED_SPOUSE", "PARENT");
        assertThat(without(record(survivor), "categories")).isEqualTo(without(survivorBefore, "categories"));
        assertThat(without(record(other), "categories")).isEqualTo(without(otherBefore, "categories"));
        assertThat(read(child).getList("links.personId")).containsExactly(other);
        assertThat(stated(survivor)).isEmpty();
        assertThat(stated(other)).containsExactly("END_OF_SCHOOLING");
        assertThat(search("UK700400")).containsExactly(other);
        proposeUnmerge(merge, List.of()).statusCode(409).body("code", equalTo("merge-not-in-force"));
        As.user(Persona.BRAHIM)
                .get("/v1/merges/" + merge + "/lines-since")
                .then()
                .statusCode(409);
    }

    @Test
    void aValueThatWasCorrectedSinceStaysWithTheSurvivor() {
        String survivor = person("أزرواك", "AZEROUAK", "1942-02-03", null);
        String other = person("أزرواك", "AZROUAK", "1942-02-03", null);
        String merge = merged(survivor, other, Map.of("FAMILY_NAME_LATIN", "MERGED"), List.of());
        Map<String, @org.jspecify.annotations.Nullable Object> body = People.body("ERR");
        body.put("familyNameAr", "أزرواك");
        body.put("familyNameLatin", "AZEROUAKE");
        body.put("birthDate", "1942-02-03");
        Entered.identity(survivor, body);
        unmerged(merge, List.of());
        assertThat(read(survivor).getString("familyNameLatin")).isEqualTo("AZEROUAKE");
        assertThat(read(other).getString("familyNameLatin")).isEqualTo("AZROUAK");
    }

    @Test
    void whatFollowsFromAnEventFollowsForWhomItHappened() {
        String officer = person("أزماني", "AZMANI", "1940-02-03", null);
        category(officer, "RETIRED", "2000-01-01", null);
        String survivor = person("أوشن", "OUCHEN", "1942-02-04", null);
        String wife = person("أوشن", "OUCHENE", "1942-02-04", null);
        link(wife, "SPOUSE", officer, "1965-01-01");
        As.once(Persona.LATIFA)
                .body(Map.of("kind", "DEATH", "day", "2020-05-05", "manner", "OTHERWISE", "evidence", "Acte 9"))
                .post("/v1/persons/" + officer + "/events")
                .then()
                .statusCode(201);
        Map<String, Object> survivorBefore = record(survivor);
        Map<String, Object> wifeBefore = record(wife);
        assertThat(read(wife).getList("categories.category")).contains("WIDOWED_SPOUSE");
        String merge = merged(survivor, wife, Map.of("FAMILY_NAME_LATIN", "SURVIVOR"), List.of());
        assertThat(read(survivor).getList("categories.category")).contains("WIDOWED_SPOUSE");
        unmerged(merge, List.of());
        assertThat(record(survivor)).isEqualTo(survivorBefore);
        assertThat(record(wife)).isEqualTo(wifeBefore);
    }

    @Test
    void anEventThatIsCorrectedWhileMergedReadsOnWhereItHappened() {
        String survivor = person("أوشن", "OUCHEN", "1943-03-05", null);
        String other = person("أوشن", "OUCHENE", "1943-03-05", null);
        String event = As.once(Persona.LATIFA)
                .body(Map.of("kind", "DISABILITY", "day", "2019-05-05", "evidence", "Certificat 9"))
                .post("/v1/persons/" + other + "/events")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String merge = merged(survivor, other, Map.of("FAMILY_NAME_LATIN", "SURVIVOR"), List.of());
        As.once(Persona.LATIFA)
                .body(Map.of(
                        "reason",
                        "Le certificat dit 2018",
                        "event",
                        Map.of("kind", "DISABILITY", "day", "2018-05-05", "evidence", "Certificat 10")))
                .post("/v1/persons/" + survivor + "/events/" + event + "/correction")
                .then()
                .statusCode(201);
        assertThat(evidence(survivor)).containsExactly("Certificat 9", "Certificat 10");
        unmerged(merge, List.of());
        assertThat(evidence(other)).containsExactly("Certificat 9", "Certificat 10");
        assertThat(evidence(survivor)).isEmpty();
    }

    private static List<String> evidence(String person) {
        return As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + person + "/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.evidence");
    }

    private static Map<String, Object> without(Map<String, Object> record, String key) {
        Map<String, Object> rest = new java.util.LinkedHashMap<>(record);
        rest.remove(key);
        return rest;
    }

    private static List<String> stated(String person) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + person + "/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.standing == 'STANDS' }.kind");
    }
}
