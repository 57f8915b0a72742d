package ma.riaya.welfare.budget;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves money inside envelopes; an envelope is never overspent, whatever runs at once.
 *
 * <p>Balance and entries change in one statement: a conditional update that waits for whoever holds the row, then sees what they left.
 */
@Singleton
public class Envelopes {

    private static final String MOVE = """
            WITH moved AS (
                UPDATE envelope SET reserved = reserved + :reserved, committed = committed + :committed, paid = paid + :paid
                WHERE id = :envelope
                  AND reserved + :reserved >= 0 AND committed + :committed >= 0 AND paid + :paid >= 0
                  AND reserved + committed + paid + :reserved + :committed + :paid <= allotted
                RETURNING id
            )
            INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
            SELECT moved.id, :kind, share.amount, :causeType, share.cause, :at
            FROM moved, unnest(CAST(:causes AS uuid[]), CAST(:amounts AS numeric[])) AS share (cause, amount)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Envelopes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The envelope that pays for the programme through the office, or {@code HQ}, in the budget year; refused as envelope-missing. */
    public UUID find(String programme, String office, int year) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT id FROM envelope WHERE programme = :programme AND office = :office AND year = :year")
                        .bind("programme", programme)
                        .bind("office", office)
                        .bind("year", year)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new RefusedException(new CannotSpend.EnvelopeMissing(programme, office, year)));
    }

    /** Moves one amount; refused as envelope-exhausted where the available does not hold it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Movement movement) {
        moveAll(
                movement.kind(),
                movement.envelope(),
                movement.causeType(),
                List.of(new Share(movement.cause(), movement.amount())));
    }

    /** Moves the sum of all shares, or nothing, with an entry for each: one change of the balance, however many they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveAll(Kind kind, UUID envelope, String causeType, List<Share> shares) {
        if (shares.isEmpty()) {
            return;
        }
        Money sum = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
        int entries = jdbi.withHandle(handle -> handle.createUpdate(MOVE)
                .bind("envelope", envelope)
                .bind("kind", kind)
                .bind("reserved", kind.reserved(sum))
                .bind("committed", kind.committed(sum))
                .bind("paid", kind.paid(sum))
                .bind("causeType", causeType)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray(
                        "causes", UUID.class, shares.stream().map(Share::cause).toList())
                .bindArray(
                        "amounts",
                        Money.class,
                        shares.stream().map(Share::amount).toList())
                .execute());
        if (entries != shares.size()) {
            throw notMoved(kind, envelope, sum);
        }
    }

    private RuntimeException notMoved(Kind kind, UUID envelope, Money asked) {
        if (!kind.takesFromAvailable()) {
            return new IllegalStateException(kind + " of more than envelope " + envelope + " holds for it");
        }
        return new RefusedException(new CannotSpend.EnvelopeExhausted(available(envelope), asked));
    }

    private Money available(UUID envelope) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT allotted - reserved - committed - paid FROM envelope WHERE id = :envelope")
                .bind("envelope", envelope)
                .mapTo(Money.class)
                .one());
    }
}
