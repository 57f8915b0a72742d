package ma.riaya.acceptance.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;

/** The acts on single requests, as people send them. */
final class Acts {

    private static final String PROGRAMME = "SERIOUS_ILLNESS";
    private static final List<String> OTHERS =
            List.of("INJURY_DUTY", "DEATH_GRANT", "PARENT_DUTY_GRANT", "ORPHAN_DUTY_STUDY", "ORPHAN_SCHOOL");
    private static final String OFFICE = "RAB";
    private static final BigDecimal PLENTY = new BigDecimal("900000000.00");
    private static final Map<String, String> AMOUNT = Map.of("amount", "3000.00", "currency", "MAD");

    private final Api api;

    Acts(Api api) {
        this.api = api;
    }

    UUID open(UUID person) {
        return open(person, PROGRAMME);
    }

    /** A request that is not counted, for another programme; no person asks twice for one. */
    void openAnother(List<UUID> people, int number) {
        open(people.get(number % people.size()), OTHERS.get(number / people.size()));
    }

    /** How many such requests these people can open. */
    static int others(List<UUID> people) {
        return people.size() * OTHERS.size();
    }

    private UUID open(UUID person, String programme) {
        return UUID.fromString(welfare("khadija", "/v1/aid-requests")
                .post(Map.of(
                        "personId",
                        person.toString(),
                        "programme",
                        programme,
                        "situation",
                        "علاج كيميائي منذ شهر مارس",
                        "channel",
                        "COUNTER"))
                .expect(201)
                .json()
                .path("id")
                .asText());
    }

    void read(UUID request) {
        api.as("khadija")
                .at(Service.WELFARE, "/v1/aid-requests/{}", request)
                .get()
                .expect(200);
    }

    void propose(UUID request) {
        welfare("khadija", "/v1/aid-requests/{}/submission", request).post().expect(200);
        welfare("khadija", "/v1/aid-requests/{}/review", request).post().expect(200);
        welfare("khadija", "/v1/aid-requests/{}/proposal", request)
                .post(Map.of("amount", AMOUNT, "reasons", "Traitement lourd"))
                .expect(200);
    }

    void approve(UUID request) {
        welfare("youssef", "/v1/aid-requests/{}/approval", request)
                .post(Map.of("reasons", "Situation établie"))
                .expect(200);
    }

    /** Room for every approval in this year's envelope of the office. */
    void allot() {
        int year = LocalDate.now(Clock.system(ZoneId.of("Africa/Casablanca"))).getYear();
        Envelope.allot(api, PROGRAMME, OFFICE, year, "900000.00")
                .amend(UUID.randomUUID().toString(), PLENTY);
    }

    /** All living people of the office, who must be so many at least. */
    static List<UUID> people(Connection registry, int atLeast) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (Statement sql = registry.createStatement();
                ResultSet rows = sql.executeQuery(
                        "SELECT id FROM person WHERE office = '" + OFFICE + "' AND death_date IS NULL ORDER BY id")) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        if (found.size() < atLeast) {
            throw new IllegalStateException("only " + found.size() + " people of " + OFFICE + " can ask, and " + atLeast
                    + " are wanted: ask for fewer --acts");
        }
        return found;
    }

    private Call welfare(String user, String path, Object... segments) {
        return api.as(user)
                .at(Service.WELFARE, path, segments)
                .key(UUID.randomUUID().toString());
    }
}
