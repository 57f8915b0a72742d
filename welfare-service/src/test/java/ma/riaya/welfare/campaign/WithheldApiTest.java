package ma.riaya.welfare.campaign;

import static ma.riaya.welfare.RegistryFeedForTests.death;
import static ma.riaya.welfare.RegistryFeedForTests.tell;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody of a frozen list dies before it is ordered: nothing goes to them, and the others are not kept waiting. */
@QuarkusTest
class WithheldApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void whoDiedSinceTheListWasFrozenIsLeftOut() {
        People people = new People()
                .widow("1000.00")
                .widow("1100.00")
                .widowPaidTo(People.NO_ACCOUNT)
                .widowPaidTo(People.NO_ACCOUNT)
                .answered(10);
        Adha adha = Adha.opened("4000.00");
        adha.selected("2025-07-01");
        adha.approved(1);
        told(people, 1, 3);

        ordered(adha, 1)
                .body("transfers", equalTo(1))
                .body("vouchers", equalTo(1))
                .body("withheld", equalTo(2))
                .body("withheldSum.amount", equalTo("2000.00"));

        adha.assertEnvelope("0.00", "2000.00", "0.00");
        adha.wave(1)
                .body("withheld", equalTo(2))
                .body("withheldTotal.amount", equalTo("2000.00"))
                .body("total.amount", equalTo("4000.00"))
                .body("figures.findAll { it.state == 'WITHHELD' }.lines.sum()", equalTo(2));
        adha.lines(1, "state=WITHHELD")
                .body(
                        "items.person",
                        contains(people.id(1).toString(), people.id(3).toString()))
                .body("items.disbursement", contains(nullValue(), nullValue()))
                .body("items.voucher", contains(nullValue(), nullValue()));
    }

    @Test
    void aDeathThatWasTakenBackWithholdsNothing() {
        People people = new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected("2025-07-01");
        adha.approved(1);
        told(people, 0);
        tell(death(people.id(0).toString(), 90, "TAKEN_BACK", "2025-07-03"));

        ordered(adha, 1).body("transfers", equalTo(1)).body("withheld", equalTo(0));
        adha.lines(1, "state=WITHHELD").body("items", empty());
    }

    @Test
    void aListOfTheDeadOnlyIsOrderedForNobody() {
        People people =
                new People().widow("1000.00").widowPaidTo(People.NO_ACCOUNT).answered(10);
        Adha adha = Adha.opened("2000.00");
        adha.selected("2025-07-01");
        adha.approved(1);
        told(people, 0, 1);

        ordered(adha, 1).body("id", nullValue()).body("withheld", equalTo(2));
        adha.assertEnvelope("0.00", "0.00", "0.00");
        adha.lines(1, "state=WITHHELD").body("items", hasSize(2));
    }

    /** The database neither pays the dead nor withholds from the living, whatever the application believes. */
    @Test
    void theDatabaseHasTheLastWord() {
        People people =
                new People().widow("1000.00").widowPaidTo(People.NO_ACCOUNT).answered(10);
        Adha adha = Adha.opened("2000.00");
        adha.selected("2025-07-01");
        adha.approved(1);

        String withheld = """
                INSERT INTO campaign_line_progress (line, state, since)
                SELECT id, 'WITHHELD', now() FROM campaign_line WHERE campaign = '%s' AND amount IS NOT NULL
                """.formatted(adha.campaign());
        assertRefused(RESTRICT, "has no COMMIT", order(adha, 1));
        assertRefused(RESTRICT, "has no RELEASE", order(adha, 2));
        assertRefused(RESTRICT, "withheld from somebody who died", order(adha, 2), withheld);
        told(people, 1);
        assertRefused(RESTRICT, "whose death the registry told", order(adha, 0), """
                INSERT INTO voucher (number, source_type, source, envelope, amount, holder, issued_by, issued_at)
                SELECT 'BON-2025-999999', 'CAMPAIGN_LINE', l.id, c.envelope, l.amount, l.person, '%s', now()
                FROM campaign_line l JOIN campaign c ON c.id = l.campaign WHERE l.campaign = '%s' AND l.verdict = 'VOUCHER'
                """.formatted(
                        Persona.SAMIRA.subject(), adha.campaign()));
        ordered(adha, 1).body("withheld", equalTo(1));
        assertRefused(
                RESTRICT,
                "once",
                "UPDATE campaign_wave SET withheld = 0, withheld_total = 0 WHERE campaign = '" + adha.campaign() + "'");
    }

    private static String order(Adha adha, int withheld) {
        return "UPDATE campaign_wave SET state = 'ORDERED', ordered_by = '%s', ordered_at = now(), withheld = %d, withheld_total = %d WHERE campaign = '%s'"
                .formatted(Persona.SAMIRA.subject(), withheld, withheld * 1000, adha.campaign());
    }

    private static ValidatableResponse ordered(Adha adha, int wave) {
        return adha.step(Persona.SAMIRA, wave, "payment-batch").then().statusCode(201);
    }

    private static void told(People people, int... who) {
        for (int one : who) {
            tell(death(people.id(one).toString(), 50, "KNOWN", "2025-07-03"));
        }
    }
}
