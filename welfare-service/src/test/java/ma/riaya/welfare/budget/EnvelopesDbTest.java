package ma.riaya.welfare.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Movements inside an envelope, and its balance against the sum of its entries. */
@QuarkusTest
class EnvelopesDbTest {

    private static final AtomicInteger YEAR = new AtomicInteger(2030);

    private final Envelopes envelopes;
    private final EnvelopeBook book;
    private final Jdbi jdbi;

    EnvelopesDbTest(Envelopes envelopes, EnvelopeBook book, Jdbi jdbi) {
        this.envelopes = envelopes;
        this.book = book;
        this.jdbi = jdbi;
    }

    @Test
    void aMovementGoesFromAvailableToPaidAndBack() {
        UUID envelope = envelope("1000.00");
        move(Kind.RESERVE, envelope, "300.00");
        assertBalance(envelope, "300.00", "0.00", "0.00");
        move(Kind.COMMIT, envelope, "300.00");
        assertBalance(envelope, "0.00", "300.00", "0.00");
        move(Kind.PAY, envelope, "300.00");
        assertBalance(envelope, "0.00", "0.00", "300.00");
        move(Kind.GIVE_BACK, envelope, "300.00");
        assertBalance(envelope, "0.00", "0.00", "0.00");
        move(Kind.RESERVE, envelope, "1000.00");
        move(Kind.RELEASE, envelope, "400.00");
        move(Kind.COMMIT, envelope, "600.00");
        move(Kind.UNCOMMIT, envelope, "600.00");
        assertBalance(envelope, "0.00", "0.00", "0.00");
    }

    @Test
    void moreThanIsAvailableIsRefusedWithBothFigures() {
        UUID envelope = envelope("1000.00");
        move(Kind.RESERVE, envelope, "999.99");
        assertThatThrownBy(() -> move(Kind.RESERVE, envelope, "0.02"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    Refusal why = refused.refusal();
                    assertThat(why).isEqualTo(new CannotSpend.EnvelopeExhausted(Money.of("0.01"), Money.of("0.02")));
                });
        assertBalance(envelope, "999.99", "0.00", "0.00");
    }

    @Test
    void moreThanIsHeldIsAFault() {
        UUID envelope = envelope("1000.00");
        move(Kind.RESERVE, envelope, "10.00");
        for (Kind kind : List.of(Kind.RELEASE, Kind.COMMIT, Kind.UNCOMMIT, Kind.PAY, Kind.GIVE_BACK)) {
            assertThatThrownBy(() -> move(kind, envelope, "10.01")).isInstanceOf(IllegalStateException.class);
        }
        assertBalance(envelope, "10.00", "0.00", "0.00");
    }

    @Test
    void aCampaignMovesAtOnceOrNotAtAll() {
        UUID envelope = envelope("4798000.00");
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 4_798; i++) {
            shares.add(new Share(UUID.randomUUID(), Money.of("1000.00")));
        }
        moveAll(Kind.RESERVE, envelope, shares);
        assertBalance(envelope, "4798000.00", "0.00", "0.00");
        assertThat(entries(envelope)).isEqualTo(4_799);
        assertThatThrownBy(() -> moveAll(Kind.RESERVE, envelope, shares.subList(0, 1)))
                .isInstanceOf(RefusedException.class);
        assertThat(entries(envelope)).isEqualTo(4_799);
    }

    @Test
    void aDisbursementIsPaidOnce() {
        UUID envelope = envelope("1000.00");
        move(Kind.RESERVE, envelope, "200.00");
        move(Kind.COMMIT, envelope, "200.00");
        UUID disbursement = UUID.randomUUID();
        move(new Movement(Kind.PAY, envelope, Money.of("100.00"), "disbursement", disbursement));
        assertThatThrownBy(
                        () -> move(new Movement(Kind.PAY, envelope, Money.of("100.00"), "disbursement", disbursement)))
                .hasMessageContaining("envelope_entry_once");
        assertBalance(envelope, "0.00", "100.00", "100.00");
    }

    @Test
    void anEnvelopeThatNobodyOpenedIsMissing() {
        assertThatThrownBy(() -> envelopes.find("SERIOUS_ILLNESS", "DAK", 2099))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("envelope-missing"));
    }

    private void move(Kind kind, UUID envelope, String amount) {
        move(new Movement(kind, envelope, Money.of(amount), "test", UUID.randomUUID()));
    }

    private void move(Movement movement) {
        QuarkusTransaction.requiringNew().run(() -> envelopes.move(movement));
    }

    private void moveAll(Kind kind, UUID envelope, List<Share> shares) {
        QuarkusTransaction.requiringNew().run(() -> envelopes.moveAll(kind, envelope, "test", shares));
    }

    /** Opened as an administrator does, with the entry of its allotment. */
    private UUID envelope(String allotted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> book.open(new EnvelopeBook.Opening(
                                "SERIOUS_ILLNESS", "DAK", YEAR.getAndIncrement(), Money.of(allotted)))
                        .id());
    }

    private void assertBalance(UUID envelope, String reserved, String committed, String paid) {
        Envelope balance = book.get(envelope).orElseThrow();
        assertThat(balance.reserved()).isEqualTo(Money.of(reserved));
        assertThat(balance.committed()).isEqualTo(Money.of(committed));
        assertThat(balance.paid()).isEqualTo(Money.of(paid));
        Boolean agree = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.allotted = s.allotted AND e.reserved = s.reserved AND e.committed = s.committed AND e.paid = s.paid
                        FROM envelope e, LATERAL (
                            SELECT sum(allotted) AS allotted, sum(reserved) AS reserved, sum(committed) AS committed, sum(paid) AS paid
                            FROM envelope_entry WHERE envelope = e.id) s
                        WHERE e.id = :envelope
                        """)
                .bind("envelope", envelope)
                .mapTo(Boolean.class)
                .one());
        assertThat(agree).as("the entries sum to the balance").isTrue();
    }

    private int entries(UUID envelope) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM envelope_entry WHERE envelope = :envelope")
                        .bind("envelope", envelope)
                        .mapTo(Integer.class)
                        .one());
    }
}
