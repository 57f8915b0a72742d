package ma.riaya.beneficiary.event;

import static ma.riaya.beneficiary.event.Life.corrected;
import static ma.riaya.beneficiary.event.Life.event;
import static ma.riaya.beneficiary.event.Life.events;
import static ma.riaya.beneficiary.event.Life.happens;
import static ma.riaya.beneficiary.event.Life.held;
import static ma.riaya.beneficiary.event.Life.officer;
import static ma.riaya.beneficiary.event.Life.on;
import static ma.riaya.beneficiary.event.Life.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens in a life opens and closes categories by the rules. */
@QuarkusTest
class LifeEventApiTest {

    @Inject
    ReachAges ages;

    @Test
    void whoRetiresIsActiveNoMore() {
        String officer = officer("1965-01-01", "1988-01-01");
        JsonPath event = happens(officer, "RETIREMENT", "2025-07-01", null);
        assertThat(event.getList("consequences.outcome")).containsExactly("APPLIED", "APPLIED");
        assertThat(event.getString("standing")).isEqualTo("STANDS");
        assertThat(held(officer, "2025-06-30")).isEqualTo("ACTIVE");
        assertThat(held(officer, "2025-07-01")).isEqualTo("RETIRED");
        As.user(Persona.KHADIJA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/persons/" + officer)
                .then()
                .body("categories[0].endReason", equalTo("RETIRED"))
                .body("categories[1].evidence", equalTo("Acte 7/2025"));
    }

    @Test
    void aDeathMakesAWidowOfEachWifeAndOrphansOfTheYoung() {
        String officer = officer("1970-01-01", "1990-01-01");
        String first = person("F", "1972-01-01");
        String second = person("F", "1980-01-01");
        String divorced = person("F", "1971-01-01");
        happens(officer, "MARRIAGE", "1992-05-05", divorced);
        happens(officer, "DIVORCE", "1994-05-05", divorced);
        happens(officer, "MARRIAGE", "1995-05-05", first);
        happens(officer, "MARRIAGE", "2005-05-05", second);
        String grown = person("M", "1996-03-03");
        String young = person("F", "2015-03-03");
        happens(officer, "BIRTH", "1996-03-03", grown);
        happens(officer, "BIRTH", "2015-03-03", young);
        assertThat(held(first, "2025-06-30")).isEqualTo("SPOUSE");
        assertThat(held(divorced, "1994-05-04")).isEqualTo("SPOUSE");
        assertThat(held(divorced, "1994-05-05")).isEmpty();
        assertThat(held(grown, "2017-03-02")).isEqualTo("CHILD");
        assertThat(held(grown, "2017-03-03")).isEmpty();
        happens(officer, "DEATH", "2025-07-01", null);
        assertThat(held(officer, "2025-06-30")).isEqualTo("ACTIVE");
        assertThat(held(officer, "2025-07-01")).isEmpty();
        assertThat(on(officer, "2025-07-01", null).getString("deathDate")).isEqualTo("2025-07-01");
        for (String widow : List.of(first, second)) {
            assertThat(held(widow, "2025-06-30")).isEqualTo("SPOUSE");
            assertThat(held(widow, "2025-07-01")).isEqualTo("WIDOWED_SPOUSE");
        }
        assertThat(held(divorced, "2025-07-01")).isEmpty();
        assertThat(held(grown, "2025-07-01")).isEmpty();
        assertThat(held(young, "2025-07-01")).isEqualTo("ORPHAN");
        assertThat(held(young, "2036-03-02")).isEqualTo("ORPHAN");
        assertThat(held(young, "2036-03-03")).isEmpty();
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + first + "/links?on=2025-07-01")
                .then()
                .body("links.findAll { it.kind == 'SPOUSE' }.size()", equalTo(0));
        happens(second, "REMARRIAGE", "2025-08-01", null);
        assertThat(held(second, "2025-07-31")).isEqualTo("WIDOWED_SPOUSE");
        assertThat(held(second, "2025-08-01")).isEmpty();
        assertThat(held(first, "2025-08-01")).isEqualTo("WIDOWED_SPOUSE");
    }

    @Test
    void schoolingMovesTheAgeLimitAndDisabilityLiftsIt() {
        String officer = officer("1970-01-01", "1990-01-01");
        String child = person("F", "2010-03-03");
        happens(officer, "BIRTH", "2010-03-03", child);
        assertThat(held(child, "2031-03-03")).isEmpty();
        happens(child, "END_OF_SCHOOLING", "2033-07-01", null);
        assertThat(held(child, "2033-06-30")).isEqualTo("CHILD");
        assertThat(held(child, "2033-07-01")).isEmpty();
        JsonPath longer = happens(child, "END_OF_SCHOOLING", "2040-07-01", null);
        assertThat(held(child, "2035-03-02")).isEqualTo("CHILD");
        assertThat(held(child, "2035-03-03")).isEmpty();
        limit(child, "2035-03-03");
        corrected(child, longer.getString("id"), null);
        limit(child, "2033-07-01");
        JsonPath disabled = happens(child, "DISABILITY", "2020-01-01", null);
        assertThat(disabled.getString("evidence")).isNull();
        assertThat(held(child, "2060-01-01")).isEqualTo("CHILD");
        limit(child, null);
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + child + "/events?limit=200")
                .then()
                .body("items.find { it.kind == 'DISABILITY' }.evidence", equalTo("Acte 7/2025"));
    }

    /** What is said of health is told for a purpose alone, in a reason as in the evidence. */
    @Test
    void theReasonOfACorrectionOfHealthIsMasked() {
        String child = person("F", "2010-03-03");
        JsonPath disabled = happens(child, "DISABILITY", "2020-01-01", null);
        JsonPath later = corrected(child, disabled.getString("id"), event("DISABILITY", "2020-02-01", null));
        assertThat(later.getString("corrects")).isEqualTo(disabled.getString("id"));
        assertThat(later.getString("reason")).isNull();
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + child + "/events?limit=200")
                .then()
                .body("items.find { it.day == '2020-02-01' }.reason", notNullValue());
    }

    @Test
    void evidenceReadsAsItIsWritten() {
        Map<String, @Nullable Object> turned = event("RETIREMENT", "2020-01-01", null);
        turned.put("evidence", "Acte \u202e7/2025");
        Life.post(Persona.LATIFA, person("M", "1960-01-01"), turned)
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence"));
    }

    @Test
    void anAgeReachedEndsWhatASourceLeftWithoutAnEnd() {
        String grown = person("F", LocalDate.now().minusYears(22).toString());
        Life.category(grown, "CHILD", LocalDate.now().minusYears(20).toString());
        String disabled = person("F", LocalDate.now().minusYears(22).toString());
        Life.category(disabled, "CHILD", LocalDate.now().minusYears(20).toString());
        happens(disabled, "DISABILITY", LocalDate.now().minusYears(3).toString(), null);
        String today = LocalDate.now().toString();
        assertThat(held(grown, today)).isEqualTo("CHILD");
        assertThat(ages.endAll()).isPositive();
        assertThat(held(grown, today)).isEmpty();
        assertThat(held(grown, LocalDate.now().minusYears(1).minusDays(1).toString()))
                .isEqualTo("CHILD");
        assertThat(held(disabled, today)).isEqualTo("CHILD");
        As.user(Persona.LATIFA).get("/v1/persons/" + grown).then().body("categories[0].endReason", equalTo("MAJORITY"));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + grown + "/history")
                .then()
                .body("items[0].superseded.cause", equalTo("RULE"));
    }

    @Test
    void whoIsFallenOnDutyLeavesRelativesOfTheFallen() {
        String officer = officer("1970-01-01", "1990-01-01");
        String widow = person("F", "1972-01-01");
        String mother = person("F", "1950-01-01");
        String child = person("F", "1998-01-01");
        happens(officer, "MARRIAGE", "1995-05-05", widow);
        Life.link(officer, "CHILD", mother, "1970-01-01");
        Life.link(child, "CHILD", officer, "1998-01-01");
        Map<String, @Nullable Object> death = event("DEATH", "2025-07-01", null);
        death.put("manner", "ON_DUTY");
        String fallen = Life.post(Persona.LATIFA, officer, death)
                .statusCode(201)
                .extract()
                .path("id");
        fallen(widow, "SPOUSE", officer, fallen);
        fallen(mother, "PARENT", officer, fallen);
        fallen(child, "CHILD", officer, fallen);
        death.put("manner", "OTHERWISE");
        corrected(officer, fallen, death);
        for (String relative : List.of(widow, mother, child)) {
            As.user(Persona.KHADIJA)
                    .get("/v1/persons/" + relative + "/fallen-relatives")
                    .then()
                    .statusCode(200)
                    .body("fallen.size()", equalTo(0));
        }
    }

    @Test
    void aSpouseFoundLateIsAWidowAllTheSame() {
        String officer = officer("1970-01-01", "1990-01-01");
        happens(officer, "DEATH", "2025-07-01", null);
        String wife = person("F", "1972-01-01");
        Life.link(wife, "SPOUSE", officer, "1995-05-05");
        assertThat(held(wife, "2025-07-01")).isEqualTo("WIDOWED_SPOUSE");
        assertThat(held(wife, "2025-06-30")).isEmpty();
    }

    @Test
    void doubtsAreWarningsAndActionsFollowTheRole() {
        String nobody = person("F", "1970-01-01");
        Life.post(Persona.LATIFA, nobody, event("RETIREMENT", "2025-07-01", null))
                .statusCode(201)
                .body("warnings", contains("was-not-active"))
                .body("actions", contains("correct"))
                .body("consequences.find { it.act == 'CLOSE' }.outcome", equalTo("NOTHING"));
        Life.post(Persona.LATIFA, nobody, event("REMARRIAGE", "2025-07-01", null))
                .statusCode(201)
                .body("warnings", contains("was-not-widowed"));
        Life.category(nobody, "WIDOWED_SPOUSE", "2010-01-01");
        Life.post(Persona.LATIFA, nobody, event("MARRIAGE", "2024-07-01", person("M", "1960-01-01")))
                .statusCode(201)
                .body("warnings", contains("remarriage-meant"));
        As.user(Persona.KHADIJA)
                .get("/v1/persons/" + nobody + "/events?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].actions.size()", equalTo(0))
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
        assertThat(events(nobody).getList("items.kind")).containsExactly("RETIREMENT", "REMARRIAGE", "MARRIAGE");
    }

    private static void limit(String id, @Nullable String day) {
        As.user(Persona.DRISS)
                .get("/v1/persons/" + id + "/ages")
                .then()
                .statusCode(200)
                .body("ages.age", contains(16, 18, 21, 25))
                .body("limit", day == null ? nullValue() : equalTo(day));
    }

    private static void fallen(String relative, String as, String officer, String event) {
        As.user(Persona.KHADIJA)
                .get("/v1/persons/" + relative + "/fallen-relatives")
                .then()
                .statusCode(200)
                .body("fallen.personId", contains(officer))
                .body("fallen.as", contains(as))
                .body("fallen.eventId", contains(event));
        assertThat(People.etag(relative)).isNotEmpty();
    }
}
