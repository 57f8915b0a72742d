package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the registry learns reaches welfare-service once, whichever of the two is killed on the way. */
@ExtendWith(WholeProduct.class)
class RegistryEventsAcceptanceTest {

    private static final String DAY = LocalDate.now().minusDays(3).toString();

    @Test
    void aDeathIsToldOnceWhateverIsKilledAndNothingIsOrderedForTheDead(RunningProduct product)
            throws SQLException, InterruptedException {
        Api api = product.api();
        Counter counter = Counter.atRabat(product);
        String person = counter.nextPerson();
        String request = counter.proposed(person, "3000.00");
        counter.approve(request, Counter.key()).expect(200);

        product.stack().kill(Part.WELFARE);
        String event = api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/persons/{}/events", person)
                .key(Counter.key())
                .post(Map.of("kind", "DEATH", "day", DAY, "manner", "OTHERWISE", "evidence", "شهادة الوفاة 12"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        product.stack().kill(Part.BENEFICIARY);
        product.stack().start(Part.BENEFICIARY);
        product.stack().start(Part.WELFARE);

        await(counter, api, request, "DEATH KNOWN");
        assertThat(counter.step("samira", request, "order")
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("payee-told-dead");
        assertThat(told(product, person)).isEqualTo(sent(product, person)).isPositive();

        api.as("latifa")
                .at(Service.BENEFICIARY, "/v1/persons/{}/events/{}/correction", person, event)
                .key(Counter.key())
                .post(Map.of("reason", "شخص آخر بالاسم نفسه"))
                .expect(201);
        await(counter, api, request, "DEATH TAKEN_BACK");
        counter.step("samira", request, "order").expect(200);
        assertThat(told(product, person)).isEqualTo(sent(product, person));
    }

    private static void await(Counter counter, Api api, String request, String wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!shows(counter, api, request, wanted)) {
            assertThat(System.nanoTime()).as("%s is not told", wanted).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static boolean shows(Counter counter, Api api, String request, String wanted) {
        JsonNode view = api.as(counter.officer())
                .at(Service.WELFARE, "/v1/aid-requests/{}", request)
                .get()
                .expect(200)
                .json();
        for (JsonNode notice : view.path("registryNotices")) {
            if (wanted.equals(
                    notice.path("kind").asText() + " " + notice.path("change").asText())) {
                return true;
            }
        }
        return false;
    }

    /** What welfare-service keeps: as many as were sent, so none is lost and none is there twice. */
    private static long told(RunningProduct product, String person) throws SQLException {
        return count(product, Part.WELFARE, "SELECT count(*) FROM registry_notice WHERE person = ?", person);
    }

    private static long sent(RunningProduct product, String person) throws SQLException {
        return count(
                product,
                Part.BENEFICIARY,
                "SELECT count(*) FROM outbox WHERE person_id = ? AND delivered_at IS NOT NULL",
                person);
    }

    private static long count(RunningProduct product, Part part, String query, String person) throws SQLException {
        try (Connection database = product.superuser(part);
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(person));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
