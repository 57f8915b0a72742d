package ma.riaya.beneficiary.candidate;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static ma.riaya.beneficiary.intake.RegistryCsv.rib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.People;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nadia asks for the facts of a campaign. */
@QuarkusTest
class CandidateApiTest {

    private static final String AS_OF = "2025-07-01";

    @Test
    void theFactsOfTheDayAndNothingLater() {
        String entitled = reference();
        String atTheBound = reference();
        String above = reference();
        String remarried = reference();
        String remarriedLater = reference();
        String dead = reference();
        String diedLater = reference();
        String wrongRib = reference();
        String withoutPension = reference();
        String lastPension = reference();
        String later = reference();
        String widow = "WIDOWED_SPOUSE:2019-02-03/";
        String account = rib();
        new RegistryCsv()
                .with(person(entitled)
                        .set("categories", widow)
                        .set("pensions", "2019-03-01/2025-07-01:9000.00;2025-07-01/:1850.00")
                        .set("rib", account))
                .with(person(atTheBound).set("categories", widow).set("pensions", "2019-03-01/:2200.00"))
                .with(person(above).set("categories", widow).set("pensions", "2019-03-01/:2200.01"))
                .with(person(remarried)
                        .set("categories", "WIDOWED_SPOUSE:2019-02-03/2025-07-01:REMARRIED")
                        .set("pensions", "2019-03-01/:1.00"))
                .with(person(remarriedLater)
                        .set("categories", "WIDOWED_SPOUSE:2019-02-03/2025-07-02:REMARRIED")
                        .set("pensions", "2019-03-01/:1.00"))
                .with(person(dead)
                        .set("categories", widow)
                        .set("pensions", "2019-03-01/:1.00")
                        .set("death_date", "2025-07-01"))
                .with(person(diedLater)
                        .set("categories", widow)
                        .set("pensions", "2019-03-01/:1.00")
                        .set("death_date", "2025-07-02"))
                .with(person(wrongRib)
                        .set("categories", widow)
                        .set("pensions", "2019-03-01/:1.00")
                        .set("rib", "011519000001205000534922"))
                .with(person(withoutPension).set("categories", widow))
                .with(person(lastPension).set("categories", widow).set("pensions", "2019-03-01/2024-01-01:3.00"))
                .with(person(later)
                        .set("categories", "WIDOWED_SPOUSE:2025-07-02/")
                        .set("pensions", "2019-03-01/:1.00"))
                .send();

        Map<String, Map<String, @Nullable Object>> found =
                byReference(all(Persona.NADIA, "WIDOWED_SPOUSE", "2200.00", 1000));

        assertThat(found.get(entitled))
                .containsEntry("category", "WIDOWED_SPOUSE")
                .containsEntry("categoryFrom", "2019-02-03")
                .containsEntry("categoryUntil", null)
                .containsEntry("pension", Map.of("amount", "1850.00", "currency", "MAD"))
                .hasEntrySatisfying(
                        "account", paid -> assertThat(String.valueOf(paid)).contains("MA64" + account, "Souad BENNANI"))
                .containsEntry("accountProblem", null)
                .containsEntry("office", "ERR");
        assertThat(found).containsKey(atTheBound).doesNotContainKey(above).doesNotContainKey(later);
        assertThat(found.get(remarried))
                .containsEntry("categoryUntil", "2025-07-01")
                .containsEntry("categoryEndReason", "REMARRIED");
        assertThat(found.get(remarriedLater))
                .containsEntry("categoryUntil", null)
                .containsEntry("categoryEndReason", null);
        assertThat(found.get(dead)).containsEntry("deathDate", "2025-07-01");
        assertThat(found.get(diedLater)).containsEntry("deathDate", "2025-07-02");
        assertThat(found.get(wrongRib)).containsEntry("account", null).containsEntry("accountProblem", "rib-key-wrong");
        assertThat(found.get(withoutPension)).containsEntry("pension", null);
        assertThat(found.get(lastPension)).containsEntry("pension", Map.of("amount", "3.00", "currency", "MAD"));
    }

    @Test
    void pagesHoldEachOnceWhereverTheyEnd() throws SQLException {
        RegistryCsv file = new RegistryCsv();
        List<String> references =
                IntStream.range(0, 13).mapToObj(i -> reference()).toList();
        references.forEach(reference -> file.with(person(reference)
                .set("categories", "INJURED_ON_DUTY:2019-02-03/;RETIRED:2020-01-01/")
                .set("pensions", "2019-03-01/:50.00")));
        file.send();
        int whole = all(Persona.OMAR, "INJURED_ON_DUTY", "100", 1000).size();
        assertThat(whole).isGreaterThanOrEqualTo(13);
        for (int limit : new int[] {1, 4, whole - 1, whole, whole + 1}) {
            List<Map<String, @Nullable Object>> paged = all(Persona.OMAR, "INJURED_ON_DUTY", "100", limit);
            assertThat(paged.stream().map(one -> one.get("reference")))
                    .hasSize(whole)
                    .doesNotHaveDuplicates();
        }
        long before = looks();
        JsonPath both = ask(Persona.OMAR, List.of(group("INJURED_ON_DUTY", "100"), group("RETIRED", "100")), 5, null);
        assertThat(both.getList("items")).hasSize(5);
        assertThat(looks() - before).isEqualTo(5);
    }

    /** Who asks for few among many hears something after each part of the way. */
    @Test
    void aPageForWhichMuchIsReadEndsBeforeItIsFull() {
        RegistryCsv file = new RegistryCsv();
        IntStream.range(0, 900)
                .mapToObj(i -> person(reference())
                        .set("categories", "SPOUSE:2019-02-03/")
                        .set("pensions", "2019-03-01/:9000.00"))
                .forEach(file::with);
        String last = reference();
        file.with(person(last).set("categories", "SPOUSE:2019-02-03/").set("pensions", "2019-03-01/:50.00"));
        file.send();

        List<Integer> sizes = new ArrayList<>();
        List<Object> found = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = ask(Persona.NADIA, List.of(group("SPOUSE", "100")), 100, cursor);
            sizes.add(page.getList("items").size());
            found.addAll(page.getList("items.reference"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(sizes).hasSizeGreaterThan(1);
        assertThat(sizes.getFirst()).isLessThan(100);
        assertThat(found).contains(last).doesNotHaveDuplicates();
    }

    @Test
    void aChangeBetweenTwoPagesIsTold() {
        RegistryCsv file = new RegistryCsv();
        IntStream.range(0, 4)
                .mapToObj(i -> person(reference()).set("categories", "PARENT:2019-02-03/"))
                .forEach(file::with);
        file.send();
        List<Map<String, String>> asked = List.of(group("PARENT", "100"));
        JsonPath first = ask(Persona.NADIA, asked, 1, null);
        assertThat(first.getBoolean("changed")).isFalse();
        JsonPath second = ask(Persona.NADIA, asked, 1, first.getString("next"));
        assertThat(second.getBoolean("changed")).isFalse();
        String changed = People.registered("ERR");
        assertThat(ask(Persona.NADIA, asked, 1, second.getString("next")).getBoolean("changed"))
                .isTrue();
        JsonPath again = ask(Persona.NADIA, asked, 1, null);
        People.setAccount(changed, rib());
        assertThat(ask(Persona.NADIA, asked, 1, again.getString("next")).getBoolean("changed"))
                .isTrue();
        refused(
                "PAYMENT",
                400,
                "cursor-invalid",
                body(asked, 1, Cursor.of(UUID.randomUUID(), "PARENT", "x").encoded()));
    }

    @Test
    void onlyForAPaymentAndOnlyForThoseWhoRunCampaigns() {
        for (Persona other : List.of(Persona.KHADIJA, Persona.HASSAN, Persona.LATIFA, Persona.DRISS, Persona.MINA)) {
            As.user(other)
                    .header("Riaya-Purpose", "PAYMENT")
                    .body(body(List.of(group("RETIRED", "1")), 1, null))
                    .post("/v1/candidates")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
        }
        refused("", 400, "purpose-missing", body(List.of(group("RETIRED", "1")), 1, null));
        refused("FUN", 400, "purpose-unknown", body(List.of(group("RETIRED", "1")), 1, null));
        refused("AUDIT", 403, "purpose-not-covering", body(List.of(group("RETIRED", "1")), 1, null));
        refused("PAYMENT", 422, "amount-negative", body(List.of(group("RETIRED", "-1")), 1, null));
        refused("PAYMENT", 422, "body-invalid", body(List.of(), 1, null));
        refused("PAYMENT", 422, "body-invalid", body(List.of(group("RETIRED", "1")), 1001, null));
        refused("PAYMENT", 400, "cursor-invalid", body(List.of(group("RETIRED", "1")), 1, "%%"));
        refused("PAYMENT", 400, "body-malformed", body(List.of(group("KING", "1")), 1, null));
    }

    @Test
    void aDayToComeOrOutsideAllBoundsIsRefusedByName() {
        Map<String, @Nullable Object> later = body(List.of(group("RETIRED", "1")), 1, null);
        later.put("asOf", "2180-01-01");
        refused("PAYMENT", 422, "as-of-in-the-future", later);
        later.put("asOf", "9999-12-31");
        refused("PAYMENT", 422, "as-of-in-the-future", later);
        later.put("asOf", "0001-01-01");
        refused("PAYMENT", 422, "as-of-out-of-bounds", later);
        later.put("asOf", "+999999999-01-01");
        refused("PAYMENT", 400, "body-malformed", later);
    }

    private static void refused(String purpose, int status, String code, Map<String, @Nullable Object> body) {
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", purpose)
                .body(body)
                .post("/v1/candidates")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static List<Map<String, @Nullable Object>> all(Persona persona, String category, String upTo, int limit) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = ask(persona, List.of(group(category, upTo)), limit, cursor);
            List<Map<String, @Nullable Object>> read = page.getList("items");
            assertThat(read.size()).isLessThanOrEqualTo(limit);
            items.addAll(read);
            cursor = page.getString("next");
        } while (cursor != null);
        return items;
    }

    private static JsonPath ask(Persona persona, List<Map<String, String>> groups, int limit, @Nullable String cursor) {
        return As.user(persona)
                .header("Riaya-Purpose", "PAYMENT")
                .body(body(groups, limit, cursor))
                .post("/v1/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, @Nullable Object> body(
            List<Map<String, String>> groups, int limit, @Nullable String cursor) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("asOf", AS_OF);
        body.put("groups", groups);
        body.put("limit", limit);
        body.put("cursor", cursor);
        return body;
    }

    private static Map<String, String> group(String category, String upTo) {
        return Map.of("category", category, "pensionUpTo", upTo);
    }

    private static Map<String, Map<String, @Nullable Object>> byReference(List<Map<String, @Nullable Object>> items) {
        Map<String, Map<String, @Nullable Object>> found = new HashMap<>();
        items.forEach(item -> found.put(String.valueOf(item.get("reference")), item));
        return found;
    }

    private static long looks() throws SQLException {
        try (Connection app = Postgres.asApp();
                ResultSet rows = app.createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM audit_entry WHERE action = 'candidate-read' AND purpose = 'PAYMENT'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
