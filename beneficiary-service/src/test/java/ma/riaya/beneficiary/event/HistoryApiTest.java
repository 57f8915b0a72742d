package ma.riaya.beneficiary.event;

import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, is corrected, or comes from a source: who asks what held on a day, as it was known at a moment, gets the answer of then.
 *
 * <p>The steps come from a seed, so that what fails once fails again.
 */
@QuarkusTest
class HistoryApiTest {

    private static final int STEPS = 24;
    private static final int ASKED_AGAIN_EACH_STEP = 12;
    private static final List<String> ASKED =
            List.of("1994-05-05", "1999-01-01", "2006-06-15", "2013-03-03", "2020-07-01", "2024-12-31");
    private static final LocalDate FIRST = LocalDate.of(1994, 1, 1);

    @Inject
    Replay replay;

    /** An answer, and how to ask for it again. */
    private record Answered(String path, String day, String knownAt, Map<String, ?> answer) {

        String question() {
            return path + "?on=" + day + "&knownAt=" + knownAt;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_250_701, 314_159})
    void theAnswerForADayAndAMomentIsTheSameForEver(long seed) throws SQLException {
        Household home = new Household(new Random(seed));
        List<Answered> answers = new ArrayList<>(home.ask());
        Random again = new Random(seed + 1);
        for (int step = 0; step < STEPS; step++) {
            String done = home.step();
            for (int i = 0; i < ASKED_AGAIN_EACH_STEP; i++) {
                demandTheSame(answers.get(again.nextInt(answers.size())), seed, step, done);
            }
            answers.addAll(home.ask());
        }
        for (Answered answered : answers) {
            demandTheSame(answered, seed, STEPS, "everything");
        }
        assertThat(home.done).as("seed %d", seed).hasSizeGreaterThan(STEPS / 2);
        bothAnswersCanBeShown(answers);
        // What is known now is exactly what follows from the statements and the events: laying them again changes
        // nothing.
        assertThat(QuarkusTransaction.requiringNew().call(() -> replay.run(home.ids())))
                .isEmpty();
    }

    private static void demandTheSame(Answered before, long seed, int step, String done) {
        Map<String, ?> now = As.user(Persona.LATIFA)
                .get(before.question())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(now)
                .as("seed %d, after step %d, %s: %s", seed, step, done, before.question())
                .isEqualTo(before.answer());
    }

    /** For a day that a correction concerned, there is more than one answer, and each has its moment. */
    private static void bothAnswersCanBeShown(List<Answered> answers) {
        Map<String, Set<Object>> byQuestion = new HashMap<>();
        answers.forEach(one -> {
            Map<String, Object> said = new HashMap<>(one.answer());
            said.remove("knownAt");
            byQuestion
                    .computeIfAbsent(one.path() + one.day(), question -> new HashSet<>())
                    .add(said);
        });
        assertThat(byQuestion.values().stream().filter(different -> different.size() > 1))
                .hasSizeGreaterThan(5);
    }

    /** An officer, two women, three young ones: entered by file, by hand and by events. */
    private static final class Household {

        private final Random random;
        private final List<String> references = new ArrayList<>();
        private final List<RegistryCsv.Row> rows = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<Map.Entry<String, String>> events = new ArrayList<>();
        private final List<String> done = new ArrayList<>();

        Household(Random random) throws SQLException {
            this.random = random;
            String[] births = {"1965-02-01", "1968-05-05", "1975-01-09", "1996-03-03", "2005-08-08", "2015-12-12"};
            for (int i = 0; i < births.length; i++) {
                references.add(reference());
                rows.add(RegistryCsv.person(references.get(i))
                        .set("sex", i == 0 || i == 4 ? "M" : "F")
                        .set("birth_date", births[i])
                        .set("categories", i == 0 ? "ACTIVE:1988-01-01/" : ""));
            }
            rows.get(1).set("links", "SPOUSE:" + references.get(0) + ":1994-05-05/");
            rows.get(3).set("links", "CHILD:" + references.get(0) + ":1996-03-03/");
            RegistryCsv file = new RegistryCsv();
            rows.forEach(file::with);
            file.send();
            for (String reference : references) {
                people.add(RegistryCsv.idOf(reference));
            }
        }

        Set<UUID> ids() {
            return people.stream().map(UUID::fromString).collect(Collectors.toSet());
        }

        /** Everybody, on some days. */
        List<Answered> ask() {
            List<Answered> answers = new ArrayList<>();
            for (String person : people) {
                for (String what : List.of("categories", "categories", "links", "payee")) {
                    String path = "/v1/persons/" + person + "/" + what;
                    String day = ASKED.get(random.nextInt(ASKED.size()));
                    JsonPath answer = As.user(Persona.LATIFA)
                            .get(path + "?on=" + day)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
                    answers.add(new Answered(path, day, answer.getString("knownAt"), answer.getMap("")));
                }
            }
            return answers;
        }

        String step() {
            String what =
                    switch (random.nextInt(10)) {
                        case 0, 1 -> file();
                        case 2 -> hand();
                        case 3, 4, 5 -> correction();
                        default -> event();
                    };
            return what;
        }

        private String event() {
            EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
            String person = kind == EventKind.RETIREMENT || kind == EventKind.DEATH ? people.getFirst() : anybody();
            Map<String, @Nullable Object> body = body(kind);
            var answer = Life.post(Persona.LATIFA, person, body);
            note(answer.extract().statusCode(), person, answer.extract().path("id"), kind + " " + body.get("day"));
            return kind + " of " + person;
        }

        private Map<String, @Nullable Object> body(EventKind kind) {
            Map<String, @Nullable Object> body = Life.event(kind.name(), day(), null);
            switch (kind) {
                case MARRIAGE, DIVORCE -> body.put("otherId", people.get(1 + random.nextInt(2)));
                case BIRTH -> {
                    int child = 3 + random.nextInt(3);
                    body.put("otherId", people.get(child));
                    body.put(
                            "day",
                            List.of("1996-03-03", "2005-08-08", "2015-12-12").get(child - 3));
                }
                default -> {
                    // Nobody else belongs to it.
                }
            }
            return body;
        }

        private String correction() {
            if (events.isEmpty()) {
                return event();
            }
            int at = random.nextInt(events.size());
            Map.Entry<String, String> old = events.get(at);
            Map<String, @Nullable Object> instead = random.nextInt(3) == 0 ? null : sameKindAnotherDay(old);
            var answer = Life.correct(Persona.LATIFA, old.getKey(), old.getValue(), instead);
            int status = answer.extract().statusCode();
            if (status == 201) {
                events.remove(at);
            }
            note(status, old.getKey(), instead == null ? null : answer.extract().path("id"), "correction");
            return "correction of " + old.getValue();
        }

        private Map<String, @Nullable Object> sameKindAnotherDay(Map.Entry<String, String> old) {
            JsonPath life = Life.events(old.getKey());
            Map<String, @Nullable Object> before = life.getMap("items.find { it.id == '" + old.getValue() + "' }");
            Map<String, @Nullable Object> body =
                    Life.event(String.valueOf(before.get("kind")), day(), (String) before.get("otherId"));
            if ("BIRTH".equals(before.get("kind"))) {
                body.put("day", before.get("day"));
                body.put("evidence", "Acte 8/2025");
            }
            return body;
        }

        private void note(int status, String person, @Nullable String event, String what) {
            if (status == 201) {
                done.add(what);
                if (event != null) {
                    events.add(Map.entry(person, event));
                }
            } else {
                assertThat(status).as(what).isIn(409, 422);
            }
        }

        private String file() {
            int who = random.nextInt(references.size());
            RegistryCsv.Row row = rows.get(who);
            String from = day();
            row.set(
                    "categories",
                    switch (who) {
                        case 0 ->
                            random.nextBoolean() ? "ACTIVE:1988-01-01/" : "ACTIVE:1988-01-01/" + from + ":RETIRED";
                        case 1, 2 -> random.nextBoolean() ? "SPOUSE:" + from + "/" : "WIDOWED_SPOUSE:" + from + "/";
                        default -> random.nextBoolean() ? "" : "PARENT:" + from + "/";
                    });
            if (random.nextInt(3) == 0) {
                row.set("death_date", random.nextBoolean() ? "" : "2025-10-10");
            }
            new RegistryCsv().with(row).send();
            done.add("file");
            return "a file about " + references.get(who);
        }

        private String hand() {
            String person = anybody();
            Response asked = As.once(Persona.LATIFA)
                    .body(Map.of("category", "INJURED_ON_DUTY", "from", day(), "evidence", "Acte 1", "reason", "إصابة"))
                    .post("/v1/persons/" + person + "/categories");
            assertThat(asked.statusCode()).isIn(202, 409);
            if (asked.statusCode() == 202) {
                Approved.byBrahim(asked.path("id"));
            }
            assertThat(People.etag(person)).isNotBlank();
            done.add("hand");
            return "a hand about " + person;
        }

        private String anybody() {
            return people.get(random.nextInt(people.size()));
        }

        private String day() {
            return FIRST.plusDays(random.nextInt(31 * 365)).toString();
        }
    }
}
