package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Takes in what a source announces: enters who is new, changes who changed, leaves the others untouched.
 *
 * <p>All rows of a part go in a few statements; a row that the database refuses is found by halving, and left out alone.
 */
@Singleton
public class MergeRows {

    private static final String INTEGRITY = "23";

    private final Jdbi jdbi;
    private final RegistryWriter writer;
    private final NameIndex names;
    private final Audit audit;

    MergeRows(Jdbi jdbi, RegistryWriter writer, NameIndex names, Audit audit) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.names = names;
        this.audit = audit;
    }

    /** What became of a row. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        CONFLICTING
    }

    /** The outcome of each row, in their order; the links wait for {@link #resolveLinks}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> merge(UUID importId, List<RegistryRow> rows) {
        Map<String, RegistryWriter.Known> known =
                writer.known(rows.stream().map(RegistryRow::reference).toList());
        Outcome[] outcomes = new Outcome[rows.size()];
        List<Placed> toWrite = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            RegistryRow row = rows.get(i);
            RegistryWriter.Known before = known.get(row.reference());
            if (before == null) {
                outcomes[i] = Outcome.CREATED;
                toWrite.add(new Placed(i, UuidCreator.getTimeOrderedEpoch(), Outcome.CREATED, row));
            } else if (before.importDigest() != null && Arrays.equals(before.importDigest(), row.digest())) {
                outcomes[i] = Outcome.UNCHANGED;
            } else {
                outcomes[i] = Outcome.UPDATED;
                toWrite.add(new Placed(i, before.id(), Outcome.UPDATED, row));
            }
        }
        write(importId, toWrite, outcomes);
        return List.of(outcomes);
    }

    /** Turns awaited links into links where the other person is known by now; answers how many were taken up, 0 when none is left. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int resolveLinks(int most) {
        return writer.resolveLinks(most);
    }

    /** A row to write: its place in the part and the person that it is about. */
    record Placed(int place, UUID person, Outcome outcome, RegistryRow row) {}

    private void write(UUID importId, List<Placed> rows, Outcome[] outcomes) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.execute("SAVEPOINT rows"));
        try {
            writeAll(importId, rows);
            jdbi.useHandle(handle -> handle.execute("RELEASE SAVEPOINT rows"));
        } catch (UnableToExecuteStatementException refused) {
            if (!isIntegrity(refused)) {
                throw refused;
            }
            jdbi.useHandle(handle -> handle.execute("ROLLBACK TO SAVEPOINT rows; RELEASE SAVEPOINT rows"));
            if (rows.size() == 1) {
                outcomes[rows.getFirst().place()] = Outcome.CONFLICTING;
            } else {
                write(importId, rows.subList(0, rows.size() / 2), outcomes);
                write(importId, rows.subList(rows.size() / 2, rows.size()), outcomes);
            }
        }
    }

    private void writeAll(UUID importId, List<Placed> rows) {
        List<Placed> created =
                rows.stream().filter(row -> row.outcome() == Outcome.CREATED).toList();
        List<Placed> updated =
                rows.stream().filter(row -> row.outcome() == Outcome.UPDATED).toList();
        writer.insertPersons(created);
        writer.updatePersons(updated);
        writer.removeAnnounced(updated);
        writer.insertCategories(rows);
        writer.insertPensions(rows);
        writer.insertAwaitedLinks(importId, rows);
        writer.replaceAccounts(rows);
        names.put(rows.stream()
                .map(row -> new NameIndex.Entry(
                        row.person(),
                        row.row().identity().name(),
                        row.row().identity().office()))
                .toList());
        audit.append(rows.stream().map(row -> entry(importId, row)).toList());
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
