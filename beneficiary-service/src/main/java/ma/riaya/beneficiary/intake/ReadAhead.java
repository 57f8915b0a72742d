package ma.riaya.beneficiary.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Opens and reads the next part of a file while the database is busy with the one before: one processor for each.
 *
 * <p>A part does not change once it is stored, so what was read ahead holds whenever it is taken; at most one is held.
 */
@Singleton
public class ReadAhead {

    private final ExecutorService aside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-read-ahead").factory());
    private final ImportJobs jobs;
    private final RowReader reader;
    private final ImportKeys keys;
    private @Nullable Ahead ahead;

    ReadAhead(ImportJobs jobs, RowReader reader, ImportKeys keys) {
        this.jobs = jobs;
        this.reader = reader;
        this.keys = keys;
    }

    /** A part with each of its rows read, or refused. */
    record ReadPart(ImportJobs.Part part, List<ReadRow> rows) {}

    /** A row as read, and what it is known by; or why it is refused. */
    record ReadRow(
            RowCells cells,
            RowReader.@Nullable Read read,
            List<ImportKeys.Keyed> keys,
            @Nullable Refusal refusal) {}

    private record Ahead(UUID job, int after, Future<Optional<ReadPart>> part) {}

    /** The next part of the import; empty where all are read. */
    synchronized Optional<ReadPart> next(ImportJob job) {
        Ahead held = ahead;
        ahead = null;
        Optional<ReadPart> part = held != null && held.job().equals(job.id()) && held.after() == job.partsDone()
                ? taken(held)
                : read(job, job.partsDone());
        part.ifPresent(here -> {
            int number = here.part().number();
            ahead = new Ahead(job.id(), number, aside.submit(() -> read(job, number)));
        });
        return part;
    }

    void stop(@Observes ShutdownEvent stopped) {
        aside.shutdownNow();
    }

    private static Optional<ReadPart> taken(Ahead held) {
        try {
            return held.part().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a part could not be read ahead", failed.getCause());
        }
    }

    private Optional<ReadPart> read(ImportJob job, int after) {
        Map<Column, Integer> places = SourceColumns.places(job.header(), job.source());
        return jobs.nextPart(job.id(), after).map(part -> {
            List<ReadRow> rows = new ArrayList<>(part.rows().size());
            part.rows().forEach(row -> rows.add(read(new RowCells(row, places), job)));
            return new ReadPart(part, rows);
        });
    }

    private ReadRow read(RowCells cells, ImportJob job) {
        try {
            RowReader.Read read = reader.read(cells, job.source());
            return new ReadRow(cells, read, keys.keys(read.row()), null);
        } catch (RefusedException refused) {
            return new ReadRow(cells, null, List.of(), refused.refusal());
        }
    }
}
