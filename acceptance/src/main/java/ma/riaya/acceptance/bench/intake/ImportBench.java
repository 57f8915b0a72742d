package ma.riaya.acceptance.bench.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;
import ma.riaya.localstack.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the import of a short and of a long file, and kills the service in the middle of the long one. */
@Command(
        name = "bench import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures imports and compares one that was killed with one that was not; it empties the registry.")
public final class ImportBench implements Callable<Integer> {

    private static final String MANAGER = "latifa";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(names = "--rows", description = "Rows of the long file; default ${DEFAULT-VALUE}.")
    private int rows = 100_000;

    @Option(names = "--short", description = "Rows of the short file; default ${DEFAULT-VALUE}.")
    private int few = 10_000;

    @Option(names = "--seed", description = "The same seed gives the same files; default ${DEFAULT-VALUE}.")
    private long seed = 20_261_122L;

    @Option(
            names = "--speed-only",
            description = "Leave out the run that is killed, what it left behind, and the file that breaks off.")
    private boolean speedOnly;

    private final PrintStream out = System.out;
    private final LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
    private final Product product = Product.fromEnvironment(System.getenv());
    private final Api api = new Api(product, SignIn.at(product));

    private ImportBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImportBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        byte[] shortFile = file(few);
        byte[] longFile = file(rows);
        out.printf(
                Locale.ROOT,
                "%d processors; files of %,d and %,d rows (%,d and %,d bytes)%n%n",
                Runtime.getRuntime().availableProcessors(),
                few,
                rows,
                shortFile.length,
                longFile.length);
        empty();
        bring("warm-up", shortFile, Kill.NEVER);
        empty();
        bring("short file", shortFile, Kill.NEVER);
        empty();
        bring("long file", longFile, Kill.NEVER);
        Map<String, RegistryDump.Part> whole = dump();
        bring("same again", longFile, Kill.NEVER);
        if (speedOnly) {
            return 0;
        }
        empty();
        bring("killed midway", longFile, Kill.IN_THE_MIDDLE);
        Map<String, RegistryDump.Part> resumed = dump();
        whole.forEach((name, part) -> out.printf(
                Locale.ROOT,
                "  %-16s %,9d rows  %s%n",
                name,
                part.rows(),
                part.equals(resumed.get(name)) ? "equal" : "DIFFERENT: " + resumed.get(name)));
        empty();
        JsonNode broken =
                bring("broken quote", brokenInTheMiddle(longFile), Kill.NEVER).path("broken");
        out.printf(
                Locale.ROOT,
                "broken off at row %,d on line %,d: %s%n%n",
                broken.path("row").asInt(),
                broken.path("line").asLong(),
                broken.path("code").asText());
        List<String> differences = RegistryDump.differences(whole, resumed);
        out.println(differences.isEmpty() ? "The two states are equal." : "The two states differ in " + differences);
        return differences.isEmpty() ? 0 : 1;
    }

    private enum Kill {
        NEVER,
        IN_THE_MIDDLE
    }

    private byte[] file(int people) throws IOException {
        Path file = Files.createTempFile("registry", ".csv");
        try {
            Registry.write(RegistrySpec.scaled(people, seed), file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private JsonNode bring(String name, byte[] file, Kill kill) throws Exception {
        JsonNode job;
        double upload;
        double peak;
        double outlived;
        long began;
        double service = cpu(Part.BENEFICIARY);
        double postgres = cpu(Part.POSTGRES);
        try (HeapWatch heap = HeapWatch.of(pid())) {
            began = System.nanoTime();
            String id = api.as(MANAGER)
                    .at(Service.BENEFICIARY, "/v1/imports")
                    .key(UUID.randomUUID().toString())
                    .upload("text/csv; charset=UTF-8", file)
                    .expect(202)
                    .json()
                    .path("id")
                    .asText();
            upload = seconds(began);
            if (kill == Kill.IN_THE_MIDDLE) {
                killInTheMiddle(id);
            }
            job = follow(id);
            peak = heap.peak();
            outlived = heap.peakOutlived();
        }
        double all = seconds(began);
        out.printf(
                Locale.ROOT,
                "%-14s %,8d rows in %6.1f s (upload %4.1f s): %,7.0f rows/s; peak heap %4.0f MB, %4.0f MB of it"
                        + " outlived a collection%n",
                name,
                job.path("rows").asInt(),
                all,
                upload,
                job.path("rows").asInt() / all,
                peak,
                outlived);
        if (kill == Kill.NEVER) {
            out.printf(
                    Locale.ROOT,
                    "%-14s processor seconds: service %.1f, PostgreSQL %.1f%n",
                    "",
                    cpu(Part.BENEFICIARY) - service,
                    cpu(Part.POSTGRES) - postgres);
        }
        out.printf(
                Locale.ROOT,
                "%-14s %s: created %,d, updated %,d, unchanged %,d, to look at %,d, refused %,d, warnings %,d%n%n",
                "",
                job.path("state").asText(),
                job.path("created").asInt(),
                job.path("updated").asInt(),
                job.path("unchanged").asInt(),
                job.path("needsLook").asInt(),
                job.path("refused").asInt(),
                job.path("warnings").asInt());
        return job;
    }

    /** The file with a quote left open in the row after its middle. */
    private static byte[] brokenInTheMiddle(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        List<String> broken = new ArrayList<>(lines.subList(0, lines.size() / 2 + 1));
        broken.add("\"" + lines.get(lines.size() / 2 + 1));
        broken.addAll(lines.subList(lines.size() / 2 + 2, lines.size()));
        return (String.join("\n", broken) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void killInTheMiddle(String id) throws InterruptedException {
        JsonNode job = read(id);
        while (job.path("rowsDone").asInt() < job.path("rows").asInt() / 2) {
            Thread.sleep(50);
            job = read(id);
        }
        stack.kill(Part.BENEFICIARY);
        out.printf(
                Locale.ROOT,
                "kill -9 at row %,d or a little later%n",
                job.path("rowsDone").asInt());
        stack.start(Part.BENEFICIARY);
        api.awaitReady(Service.BENEFICIARY, PATIENCE);
    }

    private JsonNode follow(String id) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode job = read(id);
        while (List.of("QUEUED", "RUNNING").contains(job.path("state").asText())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the import does not end: " + job);
            }
            Thread.sleep(100);
            job = read(id);
        }
        return job;
    }

    private JsonNode read(String id) {
        return api.as(MANAGER)
                .at(Service.BENEFICIARY, "/v1/imports/{}", id)
                .get()
                .expect(200)
                .json();
    }

    /** What the part and its children have used of the processors so far; on a shared machine it says more than the clock. */
    private double cpu(Part part) {
        return ProcessHandle.of(stack.pid(part).orElseThrow()).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    private long pid() {
        return stack.pid(Part.BENEFICIARY).orElseThrow();
    }

    private Map<String, RegistryDump.Part> dump() throws SQLException {
        try (Connection database = superuser()) {
            return RegistryDump.of(database);
        }
    }

    /** As on the first day; the trail would refuse it to anyone but the superuser of this stack, which is thrown away after. */
    private void empty() throws SQLException {
        try (Connection database = superuser();
                Statement sql = database.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            StringBuilder tables = new StringBuilder();
            try (ResultSet names = sql.executeQuery("""
                    SELECT quote_ident(tablename) FROM pg_tables
                    WHERE schemaname = 'public' AND tablename NOT IN ('flyway_schema_history', 'knowledge', 'office', 'province',
                        'processing_purpose', 'retention_rule')
                    """)) {
                while (names.next()) {
                    tables.append(tables.isEmpty() ? "" : ", ").append(names.getString(1));
                }
            }
            sql.execute("TRUNCATE " + tables);
            sql.execute("VACUUM ANALYZE");
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(Part.BENEFICIARY), "postgres", stack.secret(Part.POSTGRES, "superuser.password"));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
