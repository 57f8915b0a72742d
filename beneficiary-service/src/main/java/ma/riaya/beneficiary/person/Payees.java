package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is paid for whom, as stored. */
@Singleton
class Payees {

    private final Jdbi jdbi;
    private final SealedText texts;

    Payees(Jdbi jdbi, SealedText texts) {
        this.jdbi = jdbi;
        this.texts = texts;
    }

    /** Who is paid, and why. */
    record Paid(
            UUID payeeId,
            PayeeView.Ground ground,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String evidence) {}

    /** An act is bound to whom it is of: of a link that makes a guardian, the guardian. */
    private Paid opened(UUID person, Paid paid) {
        UUID of = paid.ground() == PayeeView.Ground.GUARDIAN ? paid.payeeId() : person;
        return new Paid(paid.payeeId(), paid.ground(), paid.since(), paid.until(), texts.open(of, paid.evidence()));
    }

    /** Somebody whom the reader does not see is nobody to them. */
    Optional<Paid> on(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT y.* FROM payee_on(:person, :day, :knownAt) y WHERE is_told_of(y.payee_id)")
                .bind("person", person)
                .bind("day", day)
                .bind("knownAt", Knowledge.bound(knownAt))
                .mapTo(Paid.class)
                .findOne()
                .map(paid -> opened(person, paid)));
    }

    boolean isNamed(UUID person, Period period, @Nullable UUID except) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM payee_period WHERE person_id = :person AND known_until IS NULL
                            AND held && daterange(:from, :until) AND id IS DISTINCT FROM :except)
                        """)
                .bind("person", person)
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("except", except)
                .mapTo(Boolean.class)
                .one());
    }

    void add(UUID person, PayeeBody payee) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO payee_period (id, person_id, payee_id, ground, held, evidence)
                        VALUES (:id, :person, :payee, :ground, daterange(:from, :until), :evidence)
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("person", person)
                .bind("payee", payee.payeeId())
                .bind("ground", payee.ground().name())
                .bind("from", payee.from())
                .bind("until", payee.until())
                .bind("evidence", texts.close(person, payee.evidence()))
                .execute());
    }

    /** Whether the row was known so far. */
    boolean close(UUID person, UUID row) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE payee_period SET known_until = knowledge_now()
                                WHERE id = :row AND person_id = :person AND known_until IS NULL
                                """)
                        .bind("row", row)
                        .bind("person", person)
                        .execute())
                == 1;
    }
}
