package ma.riaya.welfare.campaign;

import static ma.riaya.welfare.RegistryTold.merged;
import static ma.riaya.welfare.RegistryTold.tell;
import static ma.riaya.welfare.RegistryTold.unmerged;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.RegistryForTests;
import ma.riaya.welfare.SqlForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who turns out to be one person is paid once in a campaign, whichever came first: the merge, the list or the order. */
@QuarkusTest
class MergedPersonCampaignApiTest {

    private static final String JULY = "2025-07-01";
    private static final String DECEMBER = "2025-12-01";

    private final UUID merge = UUID.randomUUID();

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void whoWasPaidUnderTheOtherIdIsNotSelectedAgain() {
        UUID paid = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        adha.approved(1).sent(1);
        UUID survivor =
                new People().widow("1500.00").widow("1600.00").answered(10).id(0);
        tell(merged(merge, paid, survivor));
        adha.selected(DECEMBER).body("transfers", equalTo(1)).body("nearMisses", equalTo(1));
        adha.lines(2, "verdict=NEAR_MISS")
                .body("items.person", contains(survivor.toString()))
                .body("items.reason", contains("already-in-wave-1"));
    }

    @Test
    void whoIsTwoAgainMayBeSelected() {
        UUID paid = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        UUID survivor = new People().widow("1500.00").answered(10).id(0);
        tell(merged(merge, paid, survivor), unmerged(merge, paid, survivor));
        adha.selected(DECEMBER).body("transfers", equalTo(1));
    }

    @Test
    void aListThatWasFrozenBeforeTheMergePaysThePersonOnce() {
        UUID first = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        UUID second =
                new People().widow("1500.00").widow("1600.00").answered(10).id(0);
        adha.selected(DECEMBER).body("transfers", equalTo(2));
        adha.approved(1).approved(2);
        tell(merged(merge, first, second));
        adha.sent(1);
        adha.step(Persona.SAMIRA, 2, "payment-batch")
                .then()
                .statusCode(201)
                .body("transfers", equalTo(1))
                .body("withheld", equalTo(1))
                .body("transferSum.amount", equalTo("1000.00"));
        adha.lines(2, "state=WITHHELD").body("items.person", contains(second.toString()));
        adha.lines(2, "state=ORDERED").body("items", hasSize(1));
        adha.assertEnvelope("0.00", "2000.00", "0.00");
    }

    @Test
    void bothOfOneListAreOnePaymentAndAWaveMayBeWithheldWhole() {
        People people = new People().widow("1500.00").widow("1600.00").answered(10);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY).body("transfers", equalTo(2));
        UUID third = new People().widow("1500.00").answered(10).id(0);
        adha.selected(DECEMBER).body("transfers", equalTo(1));
        adha.approved(1).approved(2);
        tell(merged(merge, people.id(0), people.id(1)), merged(UUID.randomUUID(), third, people.id(1)));
        adha.step(Persona.SAMIRA, 1, "payment-batch")
                .then()
                .statusCode(201)
                .body("transfers", equalTo(1))
                .body("withheld", equalTo(1));
        adha.step(Persona.SAMIRA, 2, "payment-batch")
                .then()
                .statusCode(201)
                .body("id", nullValue())
                .body("transfers", equalTo(0))
                .body("withheld", equalTo(1));
        adha.assertEnvelope("0.00", "1000.00", "0.00");
    }

    /** Both are ordered, and only then do they turn out to be one person: the second payment does not leave. */
    @Test
    void whatWasOrderedTwiceBeforeTheMergeIsSentOnce() {
        UUID first = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        UUID second =
                new People().widow("1500.00").widow("1600.00").answered(10).id(0);
        adha.selected(DECEMBER).body("transfers", equalTo(2));
        adha.approved(1).approved(2);
        String earlier = adha.step(Persona.SAMIRA, 1, "payment-batch").path("id");
        String batch = adha.step(Persona.SAMIRA, 2, "payment-batch").path("id");
        tell(merged(merge, first, second));
        release(batch).then().statusCode(409);
        // Of two that wait one may go, so that whoever stops the other as told leaves nobody without.
        release(earlier).then().statusCode(200).body("states.SENT", equalTo(1));

        String payment = release(batch)
                .then()
                .statusCode(409)
                .body("code", equalTo("payees-paid-twice"))
                .body("parameters.count", equalTo(1))
                .extract()
                .path("parameters.disbursements");
        SqlForTests.assertRefused(
                "23001",
                "whom another line pays under another id",
                """
                INSERT INTO payment_file (batch, content) VALUES ('%1$s', '\\x00')
                """.formatted(batch),
                """
                UPDATE payment_batch SET state = 'RELEASED', released_by = 'x', released_at = now(), content_sha256 = sha256('\\x00') WHERE id = '%s'
                """.formatted(batch),
                "UPDATE disbursement SET state = 'SENT', state_since = now() WHERE batch = '%s'".formatted(batch),
                """
                UPDATE campaign_line_progress SET state = 'SENT', since = now()
                WHERE disbursement IN (SELECT id FROM disbursement WHERE batch = '%s')
                """.formatted(batch));
        As.once(Persona.KARIM)
                .body("{\"reason\": \"PAID_OTHERWISE\"}")
                .post("/v1/disbursements/" + payment + "/stop")
                .then()
                .statusCode(200);
        release(batch).then().statusCode(200).body("states.SENT", equalTo(1));
        adha.lines(2, "state=STOPPED").body("items.person", contains(second.toString()));
        adha.assertEnvelope("0.00", "2000.00", "0.00");
    }

    @Test
    void whoWasWithheldForAPaymentThatIsInDoubtMayBeSelectedAgain() {
        UUID first = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        UUID second = new People().widow("1500.00").answered(10).id(0);
        adha.selected(DECEMBER);
        adha.approved(1).approved(2);
        tell(merged(merge, first, second));
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
        adha.step(Persona.SAMIRA, 2, "payment-batch").then().body("withheld", equalTo(1));
        String payment = adha.lines(1, "state=ORDERED").extract().path("items[0].disbursement");
        UUID third = new People().widow("1500.00").answered(10).id(0);
        tell(merged(UUID.randomUUID(), first, third));
        adha.selected(DECEMBER).body("transfers", equalTo(0));
        As.once(Persona.KARIM)
                .body("{\"reason\": \"ACCOUNT_IN_DOUBT\"}")
                .post("/v1/disbursements/" + payment + "/stop")
                .then()
                .statusCode(200);
        adha.selected(DECEMBER).body("transfers", equalTo(1));
    }

    private static Response release(String batch) {
        return As.once(Persona.KARIM).post("/v1/payment-batches/" + batch + "/release");
    }

    @Test
    void bothIdsInOneAnswerOfTheRegistryAreOneLine() {
        People people = new People().widow("1500.00").widow("1600.00").answered(10);
        tell(merged(merge, people.id(0), people.id(1)));
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY).body("transfers", equalTo(1)).body("nearMisses", equalTo(0));
    }

    @Test
    void aListThatPaysOneUnderTheOtherIdIsAnOwnFile() {
        UUID paid = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        adha.step(Persona.NADIA, 1, "proposal").then().statusCode(200);
        UUID own = UUID.randomUUID();
        tell(merged(merge, paid, own));
        As.withToken(IdentityProvider.token(Persona.OMAR, java.util.Map.of("person", own.toString())))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/campaigns/" + adha.campaign() + "/waves/1/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("own-file"));
    }

    /** As the application's role, past everything that the application checks. */
    @Test
    void theDatabaseHasTheLastWord() throws SQLException {
        UUID first = new People().widow("1500.00").answered(10).id(0);
        Adha adha = Adha.opened("10000.00");
        adha.selected(JULY);
        UUID second = UUID.randomUUID();
        tell(merged(merge, first, second));
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute("""
                    INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses,
                        total, selected_by, selected_at)
                    SELECT '00000000-0000-7000-8000-0000000000aa', id, 99, '2025-12-01', 'x', 'x', 'SELECTED', 0, 1, 0, amount, 'x', now()
                    FROM campaign WHERE id = '%s'""".formatted(adha.campaign()));
            assertThatThrownBy(() -> sql.execute("""
                    INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, category,
                        category_from, verdict, reason, reasons, amount)
                    SELECT uuidv7(), id, '00000000-0000-7000-8000-0000000000aa', 99, '%s', 'x', 'x', 'x', 'WIDOWED_SPOUSE',
                        '2019-01-01', 'VOUCHER', 'no-account', '[]', amount FROM campaign WHERE id = '%s'""".formatted(second, adha.campaign())))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> org.assertj.core.api.Assertions.assertThat(refused.getSQLState())
                                    .isEqualTo("23505"));
            app.rollback();
        }
    }
}
