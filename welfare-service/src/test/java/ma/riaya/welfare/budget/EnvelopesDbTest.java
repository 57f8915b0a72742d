package ma.riaya.welfare.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What an envelope does not give; what it gives is moved by the calls that people make, and tested there. */
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
    void moreThanIsAvailableIsRefusedWithBothFigures() {
        UUID envelope = envelope("1000.00");
        assertThatThrownBy(() -> move(Kind.RESERVE, envelope, "1000.01"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(
                                        new CannotSpend.EnvelopeExhausted(Money.of("1000.00"), Money.of("1000.01"))));
        assertThat(entries(envelope)).isEqualTo(1);
    }

    @Test
    void moreThanIsHeldIsAFault() {
        UUID envelope = envelope("1000.00");
        for (Kind kind : List.of(Kind.RELEASE, Kind.COMMIT, Kind.UNCOMMIT, Kind.PAY, Kind.GIVE_BACK)) {
            assertThatThrownBy(() -> move(kind, envelope, "0.01")).isInstanceOf(IllegalStateException.class);
        }
        assertThat(entries(envelope)).isEqualTo(1);
    }

    @Test
    void sharesMoveTogetherOrNotAtAll() {
        UUID envelope = envelope("1000.00");
        List<Share> shares = List.of(
                new Share(UUID.randomUUID(), Money.of("600.00")), new Share(UUID.randomUUID(), Money.of("600.00")));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> envelopes.moveAll(Kind.RESERVE, envelope, "decision", shares)))
                .isInstanceOf(RefusedException.class);
        assertThat(entries(envelope)).isEqualTo(1);
    }

    @Test
    void anEnvelopeThatNobodyOpenedIsMissing() {
        assertThatThrownBy(() -> envelopes.find("SERIOUS_ILLNESS", "DAK", 2099))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("envelope-missing"));
    }

    private void move(Kind kind, UUID envelope, String amount) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        envelopes.move(new Movement(kind, envelope, Money.of(amount), "decision", UUID.randomUUID())));
    }

    /** Opened as an administrator does, with the entry of its allotment. */
    private UUID envelope(String allotted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> book.open(new EnvelopeBook.Opening(
                                "SERIOUS_ILLNESS", "DAK", YEAR.getAndIncrement(), Money.of(allotted)))
                        .id());
    }

    private int entries(UUID envelope) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM envelope_entry WHERE envelope = :envelope")
                        .bind("envelope", envelope)
                        .mapTo(Integer.class)
                        .one());
    }
}
