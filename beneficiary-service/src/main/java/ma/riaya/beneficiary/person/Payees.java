package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is paid for whom, as stored. */
@Singleton
class Payees {

    private final Jdbi jdbi;

    Payees(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who is paid, and why. */
    record Paid(
            UUID payeeId,
            PayeeView.Ground ground,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String evidence) {}

    Optional<Paid> on(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM payee_on(:person, :day, :knownAt)")
                .bind("person", person)
                .bind("day", day)
                .bind("knownAt", Knowledge.bound(knownAt))
                .mapTo(Paid.class)
                .findOne());
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
                .bind("evidence", payee.evidence())
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
