package ma.riaya.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: the same statements without the product around them. */
final class Pgbench {

    /** Where the program is, as {@code ./riaya bench} found it. */
    private static final String VARIABLE = "RIAYA_PGBENCH";

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
        this.program = Path.of(System.getenv().getOrDefault(VARIABLE, "pgbench"));
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
            return rate(printed);
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

    static Rate rate(String printed) {
        return new Rate(number(RATE, printed), number(LATENCY, printed));
    }

    private static double number(Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("pgbench printed no figure:\n" + printed);
        }
        return Double.parseDouble(found.group(1));
    }
}
