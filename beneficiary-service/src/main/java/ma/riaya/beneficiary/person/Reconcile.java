package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what a row changes of a person who is known: value by value, the word that counts more stays, and the row's is doubted. */
@Singleton
class Reconcile {

    private final BlindIndex index;

    Reconcile(BlindIndex index) {
        this.index = index;
    }

    /**
     * What is written of a row.
     *
     * @param categories what takes the place of what the source said before; null where nothing of it changes
     * @param pensions the same
     */
    record Outcome(
            Identity identity,
            Origins origins,
            @Nullable List<RegistryRow.HeldCategory> categories,
            @Nullable List<RegistryRow.HeldPension> pensions,
            Optional<Rib> account,
            @Nullable String accountProblem,
            List<Refusal> doubts) {}

    /** All that a row says of a person who is new. */
    Outcome entering(Source source, RegistryRow row, Identity identity) {
        return new Outcome(
                identity,
                Origins.of(row.announced().fields(), source),
                RegistryRow.given(row.categories()),
                RegistryRow.given(row.pensions()),
                row.account(),
                row.accountProblem().orElse(null),
                List.of());
    }

    Outcome with(Source source, RegistryRow row, Standing standing) {
        List<Refusal> doubts = new ArrayList<>();
        Values values = new Values(source, standing, doubts);
        Standing.Facts facts = standing.facts();
        Announced said = row.announced();
        Identity identity = new Identity(
                values.chosen(Field.MATRICULE, facts.matricule(), said.matricule()),
                cin(values, facts, said),
                new PersonName(
                        values.kept(Field.FAMILY_NAME_AR, facts.familyNameAr(), said.familyNameAr()),
                        values.kept(Field.GIVEN_NAME_AR, facts.givenNameAr(), said.givenNameAr()),
                        values.kept(Field.FAMILY_NAME_LATIN, facts.familyNameLatin(), said.familyNameLatin()),
                        values.kept(Field.GIVEN_NAME_LATIN, facts.givenNameLatin(), said.givenNameLatin())),
                values.kept(Field.SEX, facts.sex(), said.sex()),
                values.kept(Field.BIRTH_DATE, facts.birthDate(), said.birthDate()),
                death(values, facts.deathDate(), said.deathDate()),
                values.chosen(Field.PROVINCE, facts.province(), said.province()),
                values.chosen(Field.OFFICE, facts.office(), said.office()));
        List<RegistryRow.HeldCategory> categories = categories(source, row, standing, doubts);
        List<RegistryRow.HeldPension> pensions = pensions(source, row, standing, doubts);
        Optional<Rib> account = account(source, row, standing, doubts);
        return new Outcome(
                identity,
                standing.origins().with(values.taken, source),
                categories,
                pensions,
                account,
                problem(source, row, standing, account.isPresent()),
                doubts);
    }

    private Optional<Cin> cin(Values values, Standing.Facts facts, Announced said) {
        byte[] standing = facts.cinIndex();
        return said.cin()
                .filter(cin ->
                        standing == null || !Arrays.equals(standing, index.of(BlindIndex.Kind.CIN, cin.number())))
                .filter(cin -> standing == null || values.mayReplace(Field.CIN))
                .map(cin -> {
                    values.taken.add(Field.CIN);
                    return cin;
                });
    }

    /** A death is never lost: where none stands it is taken, whoever announces it. */
    private static @Nullable LocalDate death(Values values, @Nullable LocalDate standing, @Nullable LocalDate said) {
        if (standing == null && said != null) {
            if (values.standing.origins().of(Field.DEATH_DATE) == Source.ENTRY) {
                values.doubts.add(new RowDoubt.DeathAgain(said));
            }
            values.taken.add(Field.DEATH_DATE);
            return said;
        }
        return values.chosen(Field.DEATH_DATE, standing, said);
    }

    private static @Nullable List<RegistryRow.HeldCategory> categories(
            Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        if (row.categories() == null) {
            return null;
        }
        List<RegistryRow.HeldCategory> staying = standing.categories().stream()
                .filter(held -> !held.isTakenBackBy(source))
                .map(Standing.HeldBy::held)
                .toList();
        List<RegistryRow.HeldCategory> taken = new ArrayList<>();
        for (RegistryRow.HeldCategory said : row.categories()) {
            List<RegistryRow.HeldCategory> inTheWay = staying.stream()
                    .filter(held ->
                            held.category() == said.category() && held.period().overlaps(said.period()))
                    .toList();
            if (inTheWay.isEmpty()) {
                taken.add(said);
            } else if (!inTheWay.contains(said)) {
                doubts.add(
                        new RowDoubt.CategoryKept(said.category(), said.period().from()));
            }
        }
        Set<RegistryRow.HeldCategory> before = new HashSet<>();
        standing.categories().stream()
                .filter(held -> held.isTakenBackBy(source))
                .map(Standing.HeldBy::held)
                .forEach(before::add);
        return before.equals(Set.copyOf(taken)) ? null : taken;
    }

    private static @Nullable List<RegistryRow.HeldPension> pensions(
            Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        if (row.pensions() == null) {
            return null;
        }
        List<RegistryRow.HeldPension> staying = standing.pensions().stream()
                .filter(held -> !held.isTakenBackBy(source))
                .map(Standing.PaidBy::held)
                .toList();
        List<RegistryRow.HeldPension> taken = new ArrayList<>();
        for (RegistryRow.HeldPension said : row.pensions()) {
            List<RegistryRow.HeldPension> inTheWay = staying.stream()
                    .filter(held -> held.period().overlaps(said.period()))
                    .toList();
            if (inTheWay.isEmpty()) {
                taken.add(said);
            } else if (!inTheWay.contains(said)) {
                doubts.add(new RowDoubt.PensionKept(said.period().from()));
            }
        }
        Set<RegistryRow.HeldPension> before = new HashSet<>();
        standing.pensions().stream()
                .filter(held -> held.isTakenBackBy(source))
                .map(Standing.PaidBy::held)
                .forEach(before::add);
        return before.equals(Set.copyOf(taken)) ? null : taken;
    }

    /** The account to enter; empty where none is announced, the one in use is the same, or it stays. */
    private Optional<Rib> account(Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        Standing.InUse inUse = standing.account();
        if (inUse == null) {
            return row.account();
        }
        boolean stays = !Field.ACCOUNT.mayReplace(inUse.source(), source);
        Optional<Rib> other = row.account().filter(rib -> !isSame(inUse, rib));
        if (stays && (other.isPresent() || row.accountProblem().isPresent())) {
            doubts.add(new RowDoubt.ValueKept(Field.ACCOUNT.column(), inUse.source()));
        }
        return stays ? Optional.empty() : other;
    }

    private @Nullable String problem(Source source, RegistryRow row, Standing standing, boolean replaced) {
        Standing.InUse inUse = standing.account();
        boolean agreed =
                inUse != null && row.account().filter(rib -> isSame(inUse, rib)).isPresent();
        if (replaced || agreed) {
            return null;
        }
        boolean counts = inUse == null || Field.ACCOUNT.mayReplace(inUse.source(), source);
        return counts
                ? row.accountProblem().orElse(standing.facts().accountProblem())
                : standing.facts().accountProblem();
    }

    private boolean isSame(Standing.InUse inUse, Rib rib) {
        return Arrays.equals(inUse.ibanIndex(), index.of(BlindIndex.Kind.IBAN, rib.iban()));
    }

    /** Chooses values one by one, and remembers which were taken. */
    private record Values(Source source, Standing standing, List<Refusal> doubts, Set<Field> taken) {

        Values(Source source, Standing standing, List<Refusal> doubts) {
            this(source, standing, doubts, EnumSet.noneOf(Field.class));
        }

        <T> @Nullable T chosen(Field field, @Nullable T before, @Nullable T said) {
            if (said == null || Objects.equals(before, said)) {
                return before;
            }
            if (before != null && !mayReplace(field)) {
                return before;
            }
            taken.add(field);
            return said;
        }

        <T> T kept(Field field, T before, @Nullable T said) {
            return Objects.requireNonNull(chosen(field, before, said));
        }

        /** Doubts the row where it may not. */
        boolean mayReplace(Field field) {
            Source said = standing.origins().of(field);
            boolean may = field.mayReplace(said, source);
            if (!may) {
                doubts.add(new RowDoubt.ValueKept(field.column(), said));
            }
            return may;
        }
    }
}
