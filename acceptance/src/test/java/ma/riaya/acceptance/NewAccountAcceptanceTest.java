package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import ma.riaya.acceptance.bank.Rib;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A widow brings her new account to the counter: nothing is paid to it before another person has looked at it and it has rested. */
@ExtendWith(WholeProduct.class)
class NewAccountAcceptanceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Africa/Casablanca"));
    private static final LocalDate PAYABLE = TODAY.plusDays(3);

    @Test
    void aNewAccountIsPaidToOnlyAfterTheApprovalOfAnotherAndItsRest(RunningProduct product) throws SQLException {
        Api api = product.api();
        Counter counter = Counter.atErrachidia(product);
        String widow = entered(api);
        Answer seen = api.as("fatima")
                .at(Service.BENEFICIARY, "/v1/persons/{}", widow)
                .get()
                .expect(200);
        JsonNode asked = api.as("fatima")
                .at(Service.BENEFICIARY, "/v1/persons/{}/account", widow)
                .ifMatch(seen.etag())
                .put(Map.of(
                        "rib", Rib.of("230", "810", "0000004912771203").digits(),
                        "evidence", "شهادة بنكية 77/2026",
                        "reason", "أول حساب بعد وفاة الزوج"))
                .expect(202)
                .json();
        String request = counter.proposed(widow, "3000.00");
        counter.approve(request, Counter.key()).expect(200);
        refused(counter, request, "account-awaits-approval");

        String change = asked.path("id").asText();
        assertThat(approve(api, "fatima", change)
                        .expect(403)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("change-approver-is-proposer");
        assertThat(approve(api, "hassan", change)
                        .expect(200)
                        .json()
                        .path("payableFrom")
                        .asText())
                .isEqualTo(PAYABLE.toString());
        JsonNode resting = refused(counter, request, "account-cooling-off");
        assertThat(resting.path("parameters").path("payableFrom").asText()).isEqualTo(PAYABLE.toString());

        threeDaysPass(product, widow);
        JsonNode ordered = counter.step("samira", request, "order").expect(200).json();
        assertThat(ordered.path("state").asText()).isEqualTo("ORDERED");
    }

    private static String entered(Api api) {
        return api.as("fatima")
                .at(Service.BENEFICIARY, "/v1/persons")
                .key(Counter.key())
                .post(Map.of(
                        "familyNameAr", "أوعدي",
                        "givenNameAr", "طامو",
                        "familyNameLatin", "OUADDI",
                        "givenNameLatin", "Tamou",
                        "sex", "F",
                        "birthDate", "1959-05-14",
                        "province", "MA-ERR",
                        "office", "ERR"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Answer approve(Api api, String user, String change) {
        return api.as(user)
                .at(Service.BENEFICIARY, "/v1/change-requests/{}/approval", change)
                .key(Counter.key())
                .ifMatch("\"1\"")
                .post();
    }

    private static JsonNode refused(Counter counter, String request, String code) {
        JsonNode problem = counter.step("samira", request, "order").expect(409).json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    /** All that concerns her accounts happened three days earlier: what the calendar does, behind the product. */
    private static void threeDaysPass(RunningProduct product, String person) throws SQLException {
        try (Connection database = product.superuser(Part.BENEFICIARY);
                Statement sql = database.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            assertThat(sql.executeUpdate(
                            "UPDATE account SET used_from = used_from - interval '3 days' WHERE person_id = '" + person
                                    + "'"))
                    .isEqualTo(1);
        }
    }
}
