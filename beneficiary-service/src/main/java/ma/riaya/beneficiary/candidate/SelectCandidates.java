package ma.riaya.beneficiary.candidate;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.CategoryHolders;
import ma.riaya.beneficiary.person.CategoryHolders.After;
import ma.riaya.beneficiary.person.CategoryHolders.Holder;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.person.Period;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.paging.CannotList;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Answers who may be meant by a campaign, with the facts that decide it; each person answered is recorded as looked at.
 *
 * <p>Pensions are sealed, so the bound is compared here: the registry is read in slices until the page is full.
 */
@Singleton
class SelectCandidates {

    private static final int SLICE = 2_000;

    private final CategoryHolders holders;
    private final IdentityRules rules;
    private final Audit audit;

    SelectCandidates(CategoryHolders holders, IdentityRules rules, Audit audit) {
        this.holders = holders;
        this.rules = rules;
        this.audit = audit;
    }

    /** A holder whose pension is within the bound, or unknown. */
    private record Fitting(Holder holder, Optional<Money> pension) {}

    @Transactional
    Page<CandidateView> page(CandidatesBody body, Purpose purpose) {
        demandKnownDay(body.asOf());
        Map<Category, Money> bounds = bounds(body);
        After after = after(body.cursor());
        List<Fitting> found = new ArrayList<>();
        boolean exhausted = false;
        while (!exhausted && found.size() <= body.most()) {
            List<Holder> slice = holders.page(body.asOf(), bounds.keySet(), after, SLICE);
            for (Holder holder : slice) {
                Optional<Money> pension = holders.pension(holder);
                Money bound = bounds.get(holder.category());
                if (bound != null
                        && pension.map(amount -> amount.isAtMost(bound)).orElse(true)) {
                    found.add(new Fitting(holder, pension));
                }
            }
            exhausted = slice.size() < SLICE;
            if (!exhausted) {
                after = new After(slice.getLast().personId(), slice.getLast().category());
            }
        }
        Page<Fitting> page = Page.of(
                found.size() > body.most() ? found.subList(0, body.most() + 1) : found,
                body.most(),
                fitting ->
                        Cursor.of(fitting.holder().personId(), fitting.holder().category()));
        audit.append(page.items().stream()
                .map(fitting -> AuditEntry.of(
                                "candidate-read", "person", fitting.holder().personId())
                        .forPurpose(purpose.name())
                        .with(Map.of(
                                "fields", "pension,account", "asOf", body.asOf().toString())))
                .toList());
        return page.map(this::view);
    }

    private void demandKnownDay(LocalDate asOf) {
        if (!Period.isInBounds(asOf) && asOf.isBefore(rules.today())) {
            throw new RefusedException(new CannotSelect.DayOutOfBounds(asOf));
        }
        if (asOf.isAfter(rules.today())) {
            throw new RefusedException(new CannotSelect.DayToCome(asOf));
        }
    }

    private CandidateView view(Fitting fitting) {
        Holder holder = fitting.holder();
        return new CandidateView(
                holder.personId(),
                holder.reference(),
                holder.nameAr(),
                holder.nameLatin(),
                holder.office(),
                holder.category(),
                holder.categoryFrom(),
                holder.categoryUntil(),
                holder.categoryEndReason(),
                holder.deathDate(),
                fitting.pension().orElse(null),
                holders.account(holder)
                        .map(Rib::iban)
                        .map(CandidateView.Account::new)
                        .orElse(null),
                holder.accountProblem());
    }

    /** The same category twice would make one person two candidates; its wider bound holds. */
    private static Map<Category, Money> bounds(CandidatesBody body) {
        Map<Category, Money> bounds = new EnumMap<>(Category.class);
        for (CandidatesBody.Group group : body.groups()) {
            bounds.merge(
                    group.category(),
                    Money.ofDirhams(group.pensionUpTo()),
                    (one, other) -> one.isAtMost(other) ? other : one);
        }
        return bounds;
    }

    private static After after(@Nullable String cursor) {
        Cursor decoded = Cursor.decode(cursor, 2);
        if (decoded == null) {
            return After.NONE;
        }
        try {
            return new After(
                    UUID.fromString(decoded.values().getFirst()),
                    Category.valueOf(decoded.values().getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(new CannotList.CursorInvalid());
        }
    }
}
