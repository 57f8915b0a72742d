package ma.riaya.acceptance.bench;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;
import ma.riaya.localstack.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures durable creation, reading and approval, each beside bare PostgreSQL in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the running product beside bare PostgreSQL; it writes, so give it a stack of its own.")
public final class Bench implements Callable<Integer> {

    private static final String PROGRAMME = "SERIOUS_ILLNESS";
    private static final String OFFICE = "RAB";
    private static final Map<String, String> AMOUNT = Map.of("amount", "3000.00", "currency", "MAD");

    @Option(names = "--clients", description = "Clients at once; default ${DEFAULT-VALUE}.")
    private int clients = 16;

    @Option(names = "--acts", description = "Creations and approvals that are counted; default ${DEFAULT-VALUE}.")
    private int acts = 1_500;

    @Option(names = "--warm-up", description = "Creations and approvals before, not counted; default ${DEFAULT-VALUE}.")
    private int warmUp = 500;

    @Option(names = "--seconds", description = "How long reads and pgbench are measured; default ${DEFAULT-VALUE}.")
    private int seconds = 15;

    private final PrintStream out = System.out;
    private final LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
    private final Api api;

    private Bench() {
        Product product = Product.fromEnvironment(System.getenv());
        api = new Api(product, SignIn.at(product));
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Pgbench pgbench = new Pgbench(new Pgbench.Connection(
                "127.0.0.1",
                stack.address(Part.POSTGRES).getPort(),
                "welfare",
                "welfare_app",
                stack.secret(Part.WELFARE, "riaya.db.password")));
        out.printf(
                Locale.ROOT,
                "%d processors, %d clients%n%n",
                Runtime.getRuntime().availableProcessors(),
                clients);
        List<UUID> people = people(warmUp + acts);
        Load load = new Load(clients);
        UUID[] requests = new UUID[people.size()];

        load.times(warmUp, number -> requests[number] = open(people.get(number)));
        Figures created = load.times(acts, number -> requests[warmUp + number] = open(people.get(warmUp + number)));
        compare("creation", created, pgbench.during(seconds, Statements.creation(), clients));

        prepareForPgbench((acts + warmUp) * clients);
        load.during(Duration.ofSeconds(seconds), number -> read(any(requests)));
        Figures read = load.during(Duration.ofSeconds(seconds), number -> read(any(requests)));
        compare("read by id", read, pgbench.during(seconds, Statements.read(acts * clients), clients));

        allot();
        load.times(requests.length, number -> propose(requests[number]));
        load.times(warmUp, number -> approve(requests[number]));
        Figures approved = load.times(acts, number -> approve(requests[warmUp + number]));
        compare("approval", approved, pgbench.times(acts, Statements.approval(acts + warmUp), clients));
        return 0;
    }

    private void compare(String name, Figures product, Pgbench.Rate bare) {
        out.printf(Locale.ROOT, "%-12s product     %s%n", name, product);
        out.printf(
                Locale.ROOT,
                "%-12s PostgreSQL                 %9.1f /s   mean %6.2f ms%n",
                "",
                bare.perSecond(),
                bare.meanMillis());
        out.printf(
                Locale.ROOT,
                "%-12s ratio       product / PostgreSQL = %.2f%n%n",
                "",
                product.perSecond() / bare.perSecond());
    }

    private UUID open(UUID person) {
        Answer answer = welfare("khadija", "/v1/aid-requests")
                .post(Map.of(
                        "personId",
                        person.toString(),
                        "programme",
                        PROGRAMME,
                        "situation",
                        "علاج كيميائي منذ شهر مارس",
                        "channel",
                        "COUNTER"));
        return UUID.fromString(answer.expect(201).json().path("id").asText());
    }

    private void read(UUID request) {
        api.as("khadija")
                .at(Service.WELFARE, "/v1/aid-requests/{}", request)
                .get()
                .expect(200);
    }

    private void propose(UUID request) {
        welfare("khadija", "/v1/aid-requests/{}/submission", request).post().expect(200);
        welfare("khadija", "/v1/aid-requests/{}/review", request).post().expect(200);
        welfare("khadija", "/v1/aid-requests/{}/proposal", request)
                .post(Map.of("amount", AMOUNT, "reasons", "Traitement lourd"))
                .expect(200);
    }

    private void approve(UUID request) {
        welfare("youssef", "/v1/aid-requests/{}/approval", request)
                .post(Map.of("reasons", "Situation établie"))
                .expect(200);
    }

    private Call welfare(String user, String path, Object... segments) {
        return api.as(user)
                .at(Service.WELFARE, path, segments)
                .key(UUID.randomUUID().toString());
    }

    /** Room for every approval in this year's envelope of the office. */
    private void allot() throws SQLException {
        try (var connection = postgres("welfare");
                Statement sql = connection.createStatement()) {
            sql.execute("UPDATE envelope SET allotted = 9000000000 WHERE programme = '" + PROGRAMME + "' AND office = '"
                    + OFFICE + "' AND year = "
                    + java.time.LocalDate.now(Clock.systemUTC()).getYear());
        }
    }

    private void prepareForPgbench(int rows) throws SQLException {
        try (var connection = postgres("welfare");
                Statement sql = connection.createStatement()) {
            sql.execute(Statements.prepare(rows));
        }
    }

    /** Living people of the office who have no open request yet. */
    private List<UUID> people(int many) throws SQLException {
        List<UUID> found = new ArrayList<>();
        List<UUID> busy = new ArrayList<>();
        try (var connection = postgres("welfare");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT person FROM aid_request")) {
            while (rows.next()) {
                busy.add(rows.getObject(1, UUID.class));
            }
        }
        try (var connection = postgres("beneficiary");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(
                        "SELECT id FROM person WHERE office = '" + OFFICE + "' AND death_date IS NULL ORDER BY id")) {
            java.util.Set<UUID> taken = java.util.Set.copyOf(busy);
            while (rows.next() && found.size() < many) {
                UUID person = rows.getObject(1, UUID.class);
                if (!taken.contains(person)) {
                    found.add(person);
                }
            }
        }
        if (found.size() < many) {
            throw new IllegalStateException(
                    "only " + found.size() + " people of " + OFFICE + " are without a request, and " + many
                            + " are wanted: ask for fewer --acts, or begin with a fresh stack");
        }
        return found;
    }

    private java.sql.Connection postgres(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.address(Part.POSTGRES).getPort() + "/" + database,
                "postgres",
                stack.secret(Part.POSTGRES, "superuser.password"));
    }

    private static UUID any(UUID[] requests) {
        return requests[ThreadLocalRandom.current().nextInt(requests.length)];
    }
}
