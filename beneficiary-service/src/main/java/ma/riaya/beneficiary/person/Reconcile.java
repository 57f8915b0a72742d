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
import java.util.UUID;
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
     * @param categories what changes of them; a row that says the same is not touched
     * @param pensions the same
     */
    record Outcome(
            Identity identity,
            Origins origins,
            Turn<RegistryRow.HeldCategory> categories,
            Turn<RegistryRow.HeldPension> pensions,
            Optional<Rib> account,
            @Nullable String accountProblem,
            List<Refusal> doubts) {}

    /** What is not known any more, by its rows, and what is known instead. */
    record Turn<T>(List<UUID> closed, List<T> opened) {

        static <T> Turn<T> none() {
            return new Turn<>(List.of(), List.of());
        }
    }

    /** All that a row says of a person who is new. */
    Outcome entering(Source source, RegistryRow row, Identity identity) {
        return new Outcome(
                identity,
                Origins.of(row.announced().fields(), source),
                new Turn<>(List.of(), RegistryRow.given(row.categories())),
                new Turn<>(List.of(), RegistryRow.given(row.pensions())),
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
        Turn<RegistryRow.HeldCategory> categories = categories(source, row, standing, doubts);
        Turn<RegistryRow.HeldPension> pensions = pensions(source, row, standing, doubts);
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
            Source before = values.standing.origins().of(Field.DEATH_DATE);
            if (before == Source.ENTRY || before == Source.EVENT) {
                values.doubts.add(new RowDoubt.DeathAgain(said));
            }
            values.taken.add(Field.DEATH_DATE);
            return said;
        }
        return values.chosen(Field.DEATH_DATE, standing, said);
    }

    /** Where a source says what an event made, both found it from now on. */
    private static Turn<RegistryRow.HeldCategory> categories(
            Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        if (row.categories() == null) {
            return Turn.none();
        }
        List<UUID> closed = new ArrayList<>();
        List<RegistryRow.HeldCategory> opened = new ArrayList<>();
        for (RegistryRow.HeldCategory said : row.categories()) {
            List<Standing.HeldBy> inTheWay = standing.categories().stream()
                    .filter(held -> !held.isTakenBackBy(source))
                    .filter(held -> held.held().category() == said.category()
                            && held.held().period().overlaps(said.period()))
                    .toList();
            Optional<Standing.HeldBy> same =
                    inTheWay.stream().filter(held -> held.held().equals(said)).findFirst();
            if (inTheWay.isEmpty()) {
                opened.add(said);
            } else if (same.isEmpty()) {
                doubts.add(
                        new RowDoubt.CategoryKept(said.category(), said.period().from()));
            } else if (same.get().maker() == Standing.Maker.DERIVED) {
                closed.add(same.get().id());
                opened.add(said);
            }
        }
        Set<RegistryRow.HeldCategory> unchanged = new HashSet<>();
        standing.categories().stream()
                .filter(held -> held.isTakenBackBy(source))
                .forEach(held -> {
                    if (opened.contains(held.held())) {
                        unchanged.add(held.held());
                    } else {
                        closed.add(held.id());
                    }
                });
        opened.removeAll(unchanged);
        return new Turn<>(closed, opened);
    }

    private static Turn<RegistryRow.HeldPension> pensions(
            Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        if (row.pensions() == null) {
            return Turn.none();
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
        List<UUID> closed = new ArrayList<>();
        Set<RegistryRow.HeldPension> unchanged = new HashSet<>();
        standing.pensions().stream().filter(held -> held.isTakenBackBy(source)).forEach(held -> {
            if (taken.contains(held.held())) {
                unchanged.add(held.held());
            } else {
                closed.add(held.id());
            }
        });
        taken.removeAll(unchanged);
        return new Turn<>(closed, taken);
    }

    /** The account to enter, or to ask for where another is in use; empty where none is announced, the one in use is the same, or it stays. */
    private Optional<Rib> account(Source source, RegistryRow row, Standing standing, List<Refusal> doubts) {
        Standing.InUse inUse = standing.account();
        if (inUse == null) {
            return row.account();
        }
        boolean stays = !Field.ACCOUNT.mayReplace(inUse.source(), source);
        Optional<Rib> other = row.account().filter(rib -> !isSame(inUse, rib));
        if (stays && (other.isPresent() || row.accountProblem().isPresent())) {
            doubts.add(new RowDoubt.ValueKept(Field.ACCOUNT.column(), inUse.source()));
        } else if (other.isPresent()) {
            doubts.add(new RowDoubt.AccountAskedFor());
        }
        return stays ? Optional.empty() : other;
    }

    private @Nullable String problem(Source source, RegistryRow row, Standing standing, boolean replaced) {
        Standing.InUse inUse = standing.account();
        boolean agreed =
                inUse != null && row.account().filter(rib -> isSame(inUse, rib)).isPresent();
        if (agreed || (replaced && inUse == null)) {
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
            if (said == null) {
                return before;
            }
            if (Objects.equals(before, said)) {
                if (standing.origins().of(field) == Source.EVENT) {
                    taken.add(field);
                }
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
