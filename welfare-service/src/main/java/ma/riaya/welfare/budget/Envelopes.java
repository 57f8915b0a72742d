package ma.riaya.welfare.budget;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.riaya.kit.database.OneStatement;
import ma.riaya.kit.database.Write;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves money inside envelopes; an envelope is never overspent, whatever runs at once.
 *
 * <p>One statement holds the row, waiting for whoever holds it and then seeing what they left, and enters; the entries move the balance.
 */
@Singleton
public class Envelopes {

    /** The name of the part that holds the balance where it allows the movement: without a row of it the envelope did not give. */
    public static final String BALANCE = "balance";

    private static final String HOLD = """
            SELECT id FROM envelope
            WHERE id = :movedEnvelope
              AND reserved + :reserved >= 0 AND committed + :committed >= 0 AND paid + :paid >= 0
              AND reserved + committed + paid + :reserved + :committed + :paid <= allotted
            FOR NO KEY UPDATE
            """;

    private static final String ENTER = """
            INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
            SELECT balance.id, :kind, share.amount, :causeType, share.cause, :movedAt
            FROM balance, unnest(CAST(:causes AS uuid[]), CAST(:amounts AS numeric[])) AS share (cause, amount)
            RETURNING id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    /** An envelope stays what it is for ever, so who has found it once need not look again. */
    private final Map<Key, UUID> known = new ConcurrentHashMap<>();

    Envelopes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The envelope that pays for the programme through the office, or {@code HQ}, in the budget year; refused as envelope-missing. */
    public UUID find(String programme, String office, int year) {
        Key key = new Key(programme, office, year);
        UUID found = known.get(key);
        if (found == null) {
            found = read(key);
            known.put(key, found);
        }
        return found;
    }

    private UUID read(Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT id FROM envelope WHERE programme = :programme AND office = :office AND year = :year")
                        .bind("programme", key.programme())
                        .bind("office", key.office())
                        .bind("year", key.year())
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new RefusedException(
                        new CannotSpend.EnvelopeMissing(key.programme(), key.office(), key.year())));
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
        Boolean moved = jdbi.withHandle(handle -> OneStatement.execute(
                        handle,
                        writes(kind, envelope, causeType, sum, shares),
                        "SELECT EXISTS (SELECT 1 FROM balance)",
                        Boolean.class))
                .orElse(false);
        if (!moved) {
            throw notMoved(kind, envelope, sum);
        }
    }

    /**
     * The same as writes of a statement that does more; they name their values apart from all others.
     *
     * <p>Whoever sends them looks whether {@link #BALANCE} has a row, and throws {@link #notMoved} where it has none.
     */
    public List<Write> writes(Movement movement) {
        return writes(
                movement.kind(),
                movement.envelope(),
                movement.causeType(),
                movement.amount(),
                List.of(new Share(movement.cause(), movement.amount())));
    }

    /** Why the movement was not made: envelope-exhausted, or a fault where more was to be taken than is held. */
    public RuntimeException notMoved(Movement movement) {
        return notMoved(movement.kind(), movement.envelope(), movement.amount());
    }

    private List<Write> writes(Kind kind, UUID envelope, String causeType, Money sum, List<Share> shares) {
        return List.of(
                new Write(
                        BALANCE,
                        HOLD,
                        Map.of(
                                "movedEnvelope", envelope,
                                "reserved", kind.reserved(sum),
                                "committed", kind.committed(sum),
                                "paid", kind.paid(sum))),
                new Write(
                        "entered",
                        ENTER,
                        Map.of(
                                "kind", kind,
                                "causeType", causeType,
                                "movedAt", clock.instant().atOffset(ZoneOffset.UTC),
                                "causes", shares.stream().map(Share::cause).toArray(UUID[]::new),
                                "amounts", shares.stream().map(Share::amount).toArray(Money[]::new))));
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

    private record Key(String programme, String office, int year) {}
}
