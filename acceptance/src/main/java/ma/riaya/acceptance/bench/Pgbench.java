package ma.riaya.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator: the same statements without the product around them. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final Path program;
    private final Connection connection;

    /** Where the database is, and as whom. */
    record Connection(String host, int port, String database, String user, String password) {}

    /**
     * What pgbench measured.
     *
     * @param perSecond transactions a second
     * @param meanMillis mean latency in milliseconds
     */
    record Rate(double perSecond, double meanMillis) {}

    Pgbench(Connection connection) {
        this.connection = connection;
        this.program = find().orElseThrow(
                        () -> new IllegalStateException(
                                "pgbench is not found: install PostgreSQL's client programs (on Debian: apt-get install postgresql-contrib)"));
    }

    /** Runs a script with so many clients for so many seconds, each statement prepared once as the driver does. */
    Rate during(int seconds, String script, int clients) throws IOException, InterruptedException {
        return run(script, clients, "--time=" + seconds);
    }

    /** The same, each client exactly so often. */
    Rate times(int transactions, String script, int clients) throws IOException, InterruptedException {
        return run(script, clients, "--transactions=" + transactions);
    }

    private Rate run(String script, int clients, String howLong) throws IOException, InterruptedException {
        Path file = Files.createTempFile("riaya-bench", ".sql");
        try {
            Files.writeString(file, script);
            String printed = execute(List.of(
                    program.toString(),
                    "--host=" + connection.host(),
                    "--port=" + connection.port(),
                    "--username=" + connection.user(),
                    "--client=" + clients,
                    "--jobs=2",
                    howLong,
                    "--define=i=0",
                    "--protocol=prepared",
                    "--no-vacuum",
                    "--file=" + file,
                    connection.database()));
            return new Rate(number(RATE, printed), number(LATENCY, printed));
        } finally {
            Files.delete(file);
        }
    }

    private String execute(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", connection.password());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed:\n" + printed);
        }
        return printed;
    }

    private static double number(Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("pgbench printed no figure:\n" + printed);
        }
        return Double.parseDouble(found.group(1));
    }

    /** On the path, or where Debian keeps the programs of each version. */
    private static Optional<Path> find() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of);
        return Stream.concat(onPath, debian())
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> debian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
