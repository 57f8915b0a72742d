package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a source announces: enters who is new, changes who changed, leaves the others untouched.
 *
 * <p>All rows of a part go in a few statements; a row that the database refuses is found by halving, and left out alone.
 */
@Singleton
public class MergeRows {

    private static final String INTEGRITY = "23";

    private final Jdbi jdbi;
    private final SourceRecords records;
    private final WhoIsMeant whoIsMeant;
    private final StandingFacts standing;
    private final Reconcile reconcile;
    private final RegistryWriter writer;
    private final NameIndex names;
    private final Knowledge knowledge;
    private final Event<FamilyChanged> families;
    private final Event<AccountAnnounced> accounts;
    private final Event<AlikeEntered> alike;
    private final Audit audit;

    MergeRows(
            Jdbi jdbi,
            SourceRecords records,
            WhoIsMeant whoIsMeant,
            StandingFacts standing,
            Reconcile reconcile,
            RegistryWriter writer,
            NameIndex names,
            Knowledge knowledge,
            Event<FamilyChanged> families,
            Event<AccountAnnounced> accounts,
            Event<AlikeEntered> alike,
            Audit audit) {
        this.jdbi = jdbi;
        this.records = records;
        this.whoIsMeant = whoIsMeant;
        this.standing = standing;
        this.reconcile = reconcile;
        this.writer = writer;
        this.names = names;
        this.knowledge = knowledge;
        this.families = families;
        this.accounts = accounts;
        this.alike = alike;
        this.audit = audit;
    }

    /** What became of a row. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Left out until someone has looked at it. */
        NEEDS_LOOK,
        REFUSED
    }

    /** Whether the rows are taken in, or only judged. */
    public enum Effect {
        WRITTEN,
        NONE
    }

    /** Whose file it is, and what it may do. */
    public record Run(UUID importId, Source source, Effect effect) {}

    /** What became of a row, of whom it is where that is known, and why. */
    public record Verdict(Outcome outcome, @Nullable UUID person, List<Refusal> reasons) {}

    /** A row to write: its place in the part, the person that it is about, and what was decided of it. */
    record Placed(
            int place,
            UUID person,
            Outcome outcome,
            RegistryRow row,
            Reconcile.Outcome decided,
            @Nullable Standing before) {

        boolean announcesFirstAccount() {
            return decided.account().isPresent() && (before == null || before.account() == null);
        }

        boolean announcesAnotherAccount() {
            return decided.account().isPresent() && !announcesFirstAccount();
        }

        boolean isNamedAnew() {
            return before == null
                    || !before.facts().name().equals(decided.identity().name())
                    || !before.facts().birthDate().equals(decided.identity().birthDate())
                    || !Objects.equals(
                            before.facts().office(), decided.identity().office());
        }
    }

    /** The verdict of each row, in their order; the links wait for {@link #resolveLinks}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Verdict> merge(Run run, List<RegistryRow> rows) {
        Map<String, SourceRecords.Said> said = records.find(
                run.source(), rows.stream().map(RegistryRow::reference).toList());
        Verdict[] verdicts = new Verdict[rows.size()];
        List<Integer> open = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        for (int place = 0; place < verdicts.length; place++) {
            RegistryRow row = rows.get(place);
            SourceRecords.Said before = said.get(row.reference());
            if (before != null && Arrays.equals(before.digest(), row.digest())) {
                verdicts[place] = new Verdict(Outcome.UNCHANGED, before.personId(), List.of());
                if (before.absent()) {
                    returned.add(row.reference());
                }
            } else {
                open.add(place);
            }
        }
        List<Placed> decided = decide(run, rows, open, said, verdicts);
        if (run.effect() == Effect.WRITTEN) {
            records.returned(run.source(), returned);
            write(run, decided, verdicts);
        }
        return List.of(verdicts);
    }

    /** Turns awaited links into links where the other person is known by now; answers how many were taken up, 0 when none is left. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int resolveLinks(UUID importId, int most) {
        if (!writer.awaitsLinks()) {
            return 0;
        }
        knowledge.begin(Knowledge.Cause.IMPORT, importId, null);
        List<UUID> linked = writer.resolveLinks(most);
        families.fire(new FamilyChanged(Set.copyOf(linked)));
        return linked.size();
    }

    private List<Placed> decide(
            Run run,
            List<RegistryRow> rows,
            List<Integer> open,
            Map<String, SourceRecords.Said> said,
            Verdict[] verdicts) {
        Map<Integer, WhoIsMeant.Answer> meant = whoIsMeant.among(
                run.source(),
                open.stream()
                        .map(place -> new WhoIsMeant.Asked(place, rows.get(place)))
                        .toList(),
                said);
        List<UUID> known = meant.values().stream()
                .flatMap(answer -> answer instanceof WhoIsMeant.Known one
                        ? List.of(one.person()).stream()
                        : List.<UUID>of().stream())
                .distinct()
                .toList();
        Map<UUID, Standing> stand = run.effect() == Effect.WRITTEN ? standing.locked(known) : standing.seen(known);
        List<Placed> decided = new ArrayList<>();
        for (int place : open) {
            RegistryRow row = rows.get(place);
            WhoIsMeant.Answer answer = Objects.requireNonNull(meant.get(place));
            switch (answer) {
                case WhoIsMeant.Doubtful doubtful ->
                    verdicts[place] = new Verdict(Outcome.NEEDS_LOOK, null, List.of(doubtful.reason()));
                case WhoIsMeant.Refused refused ->
                    verdicts[place] = new Verdict(Outcome.REFUSED, null, List.of(refused.reason()));
                case WhoIsMeant.Known one -> {
                    Standing before = Objects.requireNonNull(stand.get(one.person()));
                    Reconcile.Outcome outcome = reconcile.with(run.source(), row, before);
                    decided.add(new Placed(place, one.person(), Outcome.UPDATED, row, outcome, before));
                    verdicts[place] =
                            new Verdict(Outcome.UPDATED, one.person(), joined(one.doubts(), outcome.doubts()));
                }
                case WhoIsMeant.Nobody nobody -> {
                    UUID person = UuidCreator.getTimeOrderedEpoch();
                    Reconcile.Outcome outcome = reconcile.entering(run.source(), row, nobody.identity());
                    decided.add(new Placed(place, person, Outcome.CREATED, row, outcome, null));
                    verdicts[place] = new Verdict(
                            Outcome.CREATED, run.effect() == Effect.WRITTEN ? person : null, nobody.doubts());
                }
            }
        }
        return decided;
    }

    private static List<Refusal> joined(List<Refusal> one, List<Refusal> other) {
        List<Refusal> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private void write(Run run, List<Placed> rows, Verdict[] verdicts) {
        if (rows.isEmpty()) {
            return;
        }
        knowledge.begin(Knowledge.Cause.IMPORT, run.importId(), null);
        jdbi.useHandle(handle -> handle.execute("SAVEPOINT rows"));
        try {
            writeAll(run, rows);
            jdbi.useHandle(handle -> handle.execute("RELEASE SAVEPOINT rows"));
            tellAlike(rows, verdicts);
        } catch (UnableToExecuteStatementException refused) {
            if (!isIntegrity(refused)) {
                throw refused;
            }
            jdbi.useHandle(handle -> handle.execute("ROLLBACK TO SAVEPOINT rows; RELEASE SAVEPOINT rows"));
            if (rows.size() == 1) {
                verdicts[rows.getFirst().place()] =
                        new Verdict(Outcome.REFUSED, null, List.of(new CannotMeetPerson.Conflicting()));
            } else {
                write(run, rows.subList(0, rows.size() / 2), verdicts);
                write(run, rows.subList(rows.size() / 2, rows.size()), verdicts);
            }
        }
    }

    private void tellAlike(List<Placed> rows, Verdict[] verdicts) {
        Set<UUID> found = rows.stream()
                .filter(row -> row.outcome() == Outcome.CREATED
                        && verdicts[row.place()].reasons().stream().anyMatch(RowDoubt.MaybeKnown.class::isInstance))
                .map(Placed::person)
                .collect(Collectors.toSet());
        if (!found.isEmpty()) {
            alike.fire(new AlikeEntered(found));
        }
    }

    private void writeAll(Run run, List<Placed> rows) {
        List<Placed> created =
                rows.stream().filter(row -> row.outcome() == Outcome.CREATED).toList();
        List<Placed> updated =
                rows.stream().filter(row -> row.outcome() == Outcome.UPDATED).toList();
        writer.insertPersons(created);
        writer.updatePersons(updated);
        writer.close(updated);
        writer.insertCategories(run.source(), rows);
        writer.insertPensions(run.source(), rows);
        records.put(run.source(), rows);
        writer.putLinks(run.source(), run.importId(), rows);
        writer.enterAccounts(run.source(), rows);
        rows.stream()
                .filter(Placed::announcesAnotherAccount)
                .forEach(row -> accounts.fire(new AccountAnnounced(
                        run.importId(),
                        run.source(),
                        row.person(),
                        row.decided().account().orElseThrow())));
        names.put(rows.stream()
                .filter(Placed::isNamedAnew)
                .map(row -> new NameIndex.Entry(
                        row.person(),
                        row.decided().identity().name(),
                        row.decided().identity().birthDate(),
                        row.decided().identity().office()))
                .toList());
        families.fire(new FamilyChanged(rows.stream().map(Placed::person).collect(Collectors.toSet())));
        audit.append(rows.stream().map(row -> entry(run.importId(), row)).toList());
    }

    private static AuditEntry entry(UUID importId, Placed row) {
        Map<String, String> facts = new HashMap<>();
        facts.put("import", importId.toString());
        facts.put("line", Long.toString(row.row().line()));
        row.row().accountProblem().ifPresent(problem -> facts.put("accountProblem", problem));
        return AuditEntry.of(
                        row.outcome() == Outcome.CREATED ? "person-imported" : "person-changed-by-import",
                        "person",
                        row.person())
                .with(facts);
    }

    private static boolean isIntegrity(UnableToExecuteStatementException refused) {
        return refused.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(INTEGRITY);
    }
}
