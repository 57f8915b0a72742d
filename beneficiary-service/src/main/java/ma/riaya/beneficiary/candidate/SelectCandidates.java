package ma.riaya.beneficiary.candidate;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.CategoryHolders;
import ma.riaya.beneficiary.person.CategoryHolders.After;
import ma.riaya.beneficiary.person.CategoryHolders.Holder;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Knowledge;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.person.Period;
import ma.riaya.beneficiary.person.RegistryMoment;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.paging.CannotList;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers who may be meant by a campaign, with the facts that decide it; each person answered is recorded as looked at.
 *
 * <p>Pensions are sealed, so the bound is compared here: the registry is read in slices until the page is full,
 * or so much of it is read that the caller should not wait longer to hear something.
 */
@Singleton
class SelectCandidates {

    /** A slice is about as long as the page that it fills, within these bounds: what is read beyond the page is read again for the next. */
    private static final int SHORTEST_SLICE = 200;

    private static final int VALUES = 4;

    private static final Set<SensitiveField> SHOWN = Set.of(SensitiveField.PENSION, SensitiveField.ACCOUNT);

    private final CategoryHolders holders;
    private final IdentityRules rules;
    private final RegistryMoment moment;
    private final Knowledge knowledge;
    private final RecordLooks looks;

    private final int mostRead;

    SelectCandidates(
            CategoryHolders holders,
            IdentityRules rules,
            RegistryMoment moment,
            Knowledge knowledge,
            RecordLooks looks,
            @ConfigProperty(name = "riaya.candidates.most-read") int mostRead) {
        this.holders = holders;
        this.moment = moment;
        this.knowledge = knowledge;
        this.rules = rules;
        this.looks = looks;
        this.mostRead = mostRead;
    }

    /** A holder whose pension is within the bound, or unknown. */
    private record Fitting(Holder holder, Optional<Money> pension) {}

    @Transactional
    CandidatePage page(CandidatesBody body, StatedPurpose purpose) {
        demandKnownDay(body.asOf());
        Map<Category, Money> bounds = bounds(body);
        Cursor cursor = Cursor.decode(body.cursor(), VALUES);
        After after = after(cursor);
        String began = cursor == null ? moment.now() : began(cursor);
        Instant knownAt = knowledge.at(cursor == null ? body.knownAt() : cursor.value(3, Instant::parse));
        int slices = Math.max(SHORTEST_SLICE, body.most() + 1);
        List<Fitting> found = new ArrayList<>();
        boolean exhausted = false;
        for (int read = 0; !exhausted && found.size() <= body.most() && read < mostRead; read += slices) {
            List<Holder> slice = holders.page(body.asOf(), knownAt, bounds.keySet(), after, slices);
            for (Holder holder : slice) {
                Optional<Money> pension = holders.pension(holder);
                Money bound = bounds.get(holder.category());
                if (bound != null
                        && pension.map(amount -> amount.isAtMost(bound)).orElse(true)) {
                    found.add(new Fitting(holder, pension));
                }
            }
            exhausted = slice.size() < slices;
            if (!exhausted) {
                after = new After(slice.getLast().personId(), slice.getLast().category());
            }
        }
        Page<Fitting> page = exhausted || found.size() > body.most()
                ? Page.of(
                        found.subList(0, Math.min(found.size(), body.most() + 1)),
                        body.most(),
                        last -> cursor(
                                new After(
                                        last.holder().personId(), last.holder().category()),
                                began,
                                knownAt))
                : new Page<>(found, cursor(after, began, knownAt).encoded());
        looks.record(page.items().stream()
                .map(fitting -> RecordLooks.Look.at(fitting.holder().personId(), "candidate-read", SHOWN)
                        .forPurpose(purpose.code())
                        .with(Map.of("asOf", body.asOf().toString())))
                .toList());
        Page<CandidateView> views = page.map(this::view);
        return new CandidatePage(views.items(), views.next(), knownAt, cursor != null && moment.isPast(began));
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
                holders.account(holder).map(rib -> account(rib, holder)).orElse(null),
                holder.accountProblem());
    }

    private static CandidateView.@Nullable Account account(Rib rib, Holder holder) {
        UUID payee = holder.payeeId();
        String name = holder.holder();
        return payee == null || name == null ? null : new CandidateView.Account(rib.iban(), name, payee);
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

    private static Cursor cursor(After after, String began, Instant knownAt) {
        return Cursor.of(after.personId(), after.category(), began, knownAt);
    }

    private static After after(@Nullable Cursor cursor) {
        return cursor == null ? After.NONE : new After(cursor.uuid(0), cursor.value(1, Category::valueOf));
    }

    private static String began(Cursor cursor) {
        return Optional.of(cursor.values().get(2))
                .filter(RegistryMoment::isOne)
                .orElseThrow(() -> new RefusedException(new CannotList.CursorInvalid()));
    }
}
