package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who ever held a category, with the facts of one day. */
@Singleton
public class CategoryHolders {

    /** Who is out of the reader's sight is left out before the slice is cut, so that a slice that is full says that more may follow. */
    static final String PAGE = """
            SELECT p.id AS person_id, p.reference, p.family_name_ar, p.given_name_ar, p.family_name_latin,
                p.given_name_latin, p.office, c.category, c.category_from,
                CASE WHEN c.ended <= :asOf THEN c.ended END AS category_until,
                CASE WHEN c.ended <= :asOf THEN c.end_reason END AS category_end_reason,
                death.day AS death_date,
                CASE WHEN paid.id IS NULL THEN 'payee-missing' WHEN account.id IS NULL AND paid.account_problem IS NULL
                    THEN (SELECT w.why FROM account_waits(paid.id) w) ELSE paid.account_problem END AS account_problem,
                paid.id AS payee_id, paid.given_name_latin || ' ' || paid.family_name_latin AS holder,
                pension.id AS pension_id, pension.amount_sealed AS pension_sealed,
                account.id AS account_id, account.iban_sealed AS account_sealed
            FROM (
                SELECT DISTINCT ON (person_id, category) person_id, category,
                    lower(held) AS category_from, upper(held) AS ended, end_reason
                FROM category_period c
                WHERE category = ANY (CAST(:categories AS text[])) AND lower(held) <= :asOf
                  AND (person_id, category) > (:afterPerson, :afterCategory)
                  AND (SELECT known_at FROM knowledge WHERE id = c.known_from) <= :knownAt
                  AND (c.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = c.known_until) > :knownAt)
                  AND EXISTS (SELECT FROM person seen WHERE seen.id = person_id)
                ORDER BY person_id, category, lower(held) DESC
                LIMIT :rows
            ) c
            JOIN person p ON p.id = c.person_id
            LEFT JOIN LATERAL (
                SELECT day FROM life_date d
                WHERE d.person_id = c.person_id AND d.kind = 'DEATH'
                  AND (SELECT known_at FROM knowledge WHERE id = d.known_from) <= :knownAt
                  AND (d.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = d.known_until) > :knownAt)
            ) death ON true
            LEFT JOIN LATERAL (
                SELECT id, amount_sealed FROM pension_period n
                WHERE n.person_id = c.person_id AND lower(held) <= :asOf
                  AND (SELECT known_at FROM knowledge WHERE id = n.known_from) <= :knownAt
                  AND (n.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = n.known_until) > :knownAt)
                ORDER BY lower(held) DESC LIMIT 1
            ) pension ON true
            LEFT JOIN person paid ON paid.id = CASE
                WHEN p.birth_date <= :asOf - interval '18 years' AND NOT EXISTS (SELECT FROM payee_period WHERE person_id = p.id)
                THEN p.id ELSE (SELECT y.payee_id FROM payee_on(p.id, :asOf, :knownAt) y) END
            LEFT JOIN account ON account.person_id = paid.id AND account.used_from <= now()
                AND (account.used_until IS NULL OR account.used_until > now())
            ORDER BY c.person_id, c.category
            """;

    private final Jdbi jdbi;
    private final Seal seal;

    CategoryHolders(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /**
     * A person and the last period of one category that began by the day.
     *
     * <p>What happened after that day is left out, but a death: nobody who is known to be dead is paid. What became known after the moment asked for does not count: the same
     * question gets the same answer later. Names, office and account are as they are now.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Holder(
            UUID personId,
            String reference,
            String familyNameAr,
            String givenNameAr,
            String familyNameLatin,
            String givenNameLatin,
            @Nullable String office,
            Category category,
            LocalDate categoryFrom,
            @Nullable LocalDate categoryUntil,
            @Nullable String categoryEndReason,
            @Nullable LocalDate deathDate,
            @Nullable String accountProblem,
            @Nullable UUID payeeId,
            @Nullable String holder,
            @Nullable UUID pensionId,
            byte @Nullable [] pensionSealed,
            @Nullable UUID accountId,
            byte @Nullable [] accountSealed) {

        public String nameAr() {
            return givenNameAr + " " + familyNameAr;
        }

        public String nameLatin() {
            return givenNameLatin + " " + familyNameLatin;
        }
    }

    /** Where a page ended. */
    public record After(UUID personId, Category category) {

        public static final After NONE = new After(new UUID(0, 0), Category.ACTIVE);
    }

    /** At most so many holders, by person and category, as they were known at a moment; the sensitive values are still sealed. */
    public List<Holder> page(LocalDate asOf, Instant knownAt, Collection<Category> categories, After after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("asOf", asOf)
                .bind("knownAt", Knowledge.bound(knownAt))
                .bindArray(
                        "categories",
                        String.class,
                        categories.stream().map(Category::name).toArray())
                .bind("afterPerson", after.personId())
                .bind("afterCategory", after.category().name())
                .bind("rows", rows)
                .mapTo(Holder.class)
                .list());
    }

    /** The pension of the day, or the last one before it. */
    public Optional<Money> pension(Holder holder) {
        UUID id = holder.pensionId();
        byte[] sealed = holder.pensionSealed();
        return id == null || sealed == null
                ? Optional.empty()
                : Optional.of(Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, id, sealed)));
    }

    public Optional<Rib> account(Holder holder) {
        UUID id = holder.accountId();
        byte[] sealed = holder.accountSealed();
        return id == null || sealed == null
                ? Optional.empty()
                : Optional.of(Rib.ofIban(seal.open(SealedColumn.ACCOUNT_IBAN, id, sealed)));
    }
}
