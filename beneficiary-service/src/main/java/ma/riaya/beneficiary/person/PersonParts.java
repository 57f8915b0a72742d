package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.protection.SealedText;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What hangs on a person, as stored: categories, links, pensions, accounts. */
@Singleton
class PersonParts {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;
    private final BlindIndex index;
    private final SealedText texts;

    PersonParts(Jdbi jdbi, Clock clock, Seal seal, BlindIndex index, SealedText texts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
        this.index = index;
        this.texts = texts;
    }

    record CategoryRow(
            UUID id,
            Category category,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endReason,
            @Nullable String evidence) {}

    record LinkRow(
            UUID id,
            LinkKind kind,
            UUID personId,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endReason) {}

    /** A sealed value and the row that it is bound to. */
    @SuppressWarnings("ArrayRecordComponent")
    private record SealedRow(UUID id, byte[] sealed) {}

    List<CategoryRow> categories(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, category, lower(held) AS "from", upper(held) AS until, end_reason, evidence
                        FROM category_period WHERE person_id = :person AND known_until IS NULL ORDER BY lower(held), id
                        """)
                .bind("person", person)
                .mapTo(CategoryRow.class)
                .list());
    }

    /** Those to persons whom the reader sees, or who were erased. */
    List<LinkRow> links(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.id, l.kind, l.other_id AS person_id, lower(l.held) AS "from", upper(l.held) AS until,
                            l.end_reason
                        FROM person_link l
                        WHERE l.person_id = :person AND l.known_until IS NULL
                          AND is_told_of(l.other_id)
                        ORDER BY lower(l.held), l.id
                        """)
                .bind("person", person)
                .mapTo(LinkRow.class)
                .list());
    }

    Optional<Money> pension(UUID person, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, amount_sealed AS sealed FROM pension_period
                                WHERE person_id = :person AND held @> :day AND known_until IS NULL
                                """)
                        .bind("person", person)
                        .bind("day", day)
                        .mapTo(SealedRow.class)
                        .findOne())
                .map(row -> Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, row.id(), row.sealed())));
    }

    /** The one to pay into now: another that rests after its approval takes its place only later. */
    Optional<Rib> account(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, iban_sealed AS sealed FROM account
                                WHERE person_id = :person AND used_from <= now() AND (used_until IS NULL OR used_until > now())
                                """)
                        .bind("person", person)
                        .mapTo(SealedRow.class)
                        .findOne())
                .map(row -> Rib.ofIban(seal.open(SealedColumn.ACCOUNT_IBAN, row.id(), row.sealed())));
    }

    private record Waiting(String why, @Nullable LocalDate payableOn) {}

    /** Whether one waits for its approval, or rests after it, or there is none. */
    Refusal whyNoAccount(UUID asked, UUID payee) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT why, payable_on FROM account_waits(:payee)")
                        .bind("payee", payee)
                        .mapTo(Waiting.class)
                        .findOne())
                .<Refusal>map(waiting -> waiting.payableOn() == null
                        ? new CannotPayPerson.AccountAwaitsApproval(asked)
                        : new CannotPayPerson.AccountCoolingOff(asked, waiting.payableOn()))
                .orElseGet(() -> new CannotFindPerson.AccountNone(asked));
    }

    boolean holds(UUID person, Category category, Period period, @Nullable UUID exceptPeriod) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM category_period
                            WHERE person_id = :person AND category = :category AND known_until IS NULL
                              AND held && daterange(:from, :until) AND id IS DISTINCT FROM :except)
                        """)
                .bind("person", person)
                .bind("category", category.name())
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("except", exceptPeriod)
                .mapTo(Boolean.class)
                .one());
    }

    void addCategory(
            UUID person, Category category, Period period, @Nullable String endReason, @Nullable String evidence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO category_period (id, person_id, category, held, end_reason, evidence, source)
                        VALUES (:id, :person, :category, daterange(:from, :until), :endReason, :evidence, 'ENTRY')
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("person", person)
                .bind("category", category.name())
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("endReason", endReason)
                .bind("evidence", texts.close(person, evidence))
                .execute());
    }

    /** What is not known any more stays on record with its end. */
    void close(String table, UUID row) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE " + table + " SET known_until = knowledge_now() WHERE id = :id AND known_until IS NULL")
                .bind("id", row)
                .execute());
    }

    boolean isLinked(UUID person, LinkKind kind, UUID other, Period period, @Nullable UUID exceptLink) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM person_link
                            WHERE person_id = :person AND kind = :kind AND other_id = :other AND known_until IS NULL
                              AND held && daterange(:from, :until) AND id IS DISTINCT FROM :except)
                        """)
                .bind("except", exceptLink)
                .bind("person", person)
                .bind("kind", kind.name())
                .bind("other", other)
                .bind("from", period.from())
                .bind("until", period.until())
                .mapTo(Boolean.class)
                .one());
    }

    void addLink(UUID person, LinkBody link) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO person_link (person_id, kind, other_id, held, end_reason, evidence, source)
                        VALUES (:person, :kind, :other, daterange(:from, :until), :endReason, :evidence, 'ENTRY')
                        """)
                .bind("person", person)
                .bind("kind", link.kind().name())
                .bind("other", link.personId())
                .bind("from", link.from())
                .bind("until", link.until())
                .bind("endReason", link.endReason())
                .bind("evidence", texts.close(person, link.evidence()))
                .execute());
    }

    /** A pension as it is known now. */
    record PensionRow(LocalDate from, @Nullable LocalDate until, Money amount) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record SealedPension(
            UUID id, LocalDate from, @Nullable LocalDate until, byte[] sealed) {}

    List<PensionRow> pensions(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, lower(held) AS "from", upper(held) AS until, amount_sealed AS sealed FROM pension_period
                        WHERE person_id = :person AND known_until IS NULL ORDER BY lower(held)
                        """)
                .bind("person", person)
                .mapTo(SealedPension.class)
                .map(row -> new PensionRow(
                        row.from(),
                        row.until(),
                        Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, row.id(), row.sealed()))))
                .list());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record OpenPension(UUID id, LocalDate from, byte[] sealed) {}

    /** An amount that begins while another runs without an end takes its place from that day on. */
    void endOpenPension(UUID person, LocalDate from) {
        jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, lower(held) AS "from", amount_sealed AS sealed FROM pension_period
                                WHERE person_id = :person AND known_until IS NULL AND upper_inf(held) AND lower(held) < :from
                                """)
                        .bind("person", person)
                        .bind("from", from)
                        .mapTo(OpenPension.class)
                        .findOne())
                .ifPresent(running -> {
                    close("pension_period", running.id());
                    addPension(
                            person,
                            new Period(running.from(), from),
                            Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, running.id(), running.sealed())));
                });
    }

    /** Whether another pension is in the way; one that runs without an end and began before is ended by it. */
    boolean receives(UUID person, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM pension_period
                            WHERE person_id = :person AND known_until IS NULL AND held && daterange(:from, :until)
                              AND NOT (upper_inf(held) AND lower(held) < CAST(:from AS date)))
                        """)
                .bind("person", person)
                .bind("from", period.from())
                .bind("until", period.until())
                .mapTo(Boolean.class)
                .one());
    }

    void addPension(UUID person, Period period, Money amount) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                        VALUES (:id, :person, daterange(:from, :until), :sealed, 'ENTRY')
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("sealed", seal.close(SealedColumn.PENSION_AMOUNT, id, amount.amount()))
                .execute());
    }
}
