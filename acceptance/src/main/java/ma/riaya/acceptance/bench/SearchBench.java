package ma.riaya.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
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
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Measures the search for people who are recorded in Arabic alone, by their names misspelled in Latin letters. */
@Command(
        name = "bench search",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "How fast a misspelled Latin name of someone recorded in Arabic is found, and how often.")
public final class SearchBench implements Callable<Integer> {

    private static final long SEED = 1_000_003L;
    private static final int FIRST = 10;

    /** More than any run asks. */
    private static final int MANY = 100_000_000;

    private static final int MADE_ANEW = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration EACH = Duration.ofSeconds(1);

    @Option(
            names = "--people",
            split = ",",
            description =
                    "How many people, several numbers rising; default ${DEFAULT-VALUE}. The long form: 50000,1000000.")
    private List<Integer> sizes = List.of(50_000);

    @Option(names = "--clients", description = "How many ask at once; default ${DEFAULT-VALUE}.")
    private int clients = 16;

    @Option(names = "--seconds", description = "How long is measured; default ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "How many seconds go before; default ${DEFAULT-VALUE}.")
    private int warmUp = 30;

    @Option(names = "--questions", description = "How many different people are asked for; default ${DEFAULT-VALUE}.")
    private int questions = 4_000;

    @Option(names = "--user", description = "Who asks; default ${DEFAULT-VALUE}.")
    private String user = "khadija";

    private final PrintStream out = System.out;
    private final LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
    private final Product product = Product.fromEnvironment(System.getenv());
    private final Api api = new Api(product, SignIn.at(product));

    private SearchBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SearchBench()).execute(arguments));
    }

    /** Someone looked for, and what the name is heard as. */
    private record Question(String heard, String person, String nameAr, String birthDate) {

        /** Misspelled anew for each number, so that no answer is a memory of the one before. */
        String asked(int number) {
            return new Misspelling(new Random(SEED * 31 + number)).of(heard);
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Figures> each = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                stack.jdbcUrl(Part.BENEFICIARY), "postgres", stack.secret(Part.POSTGRES, "superuser.password"))) {
            ManyPeople people = new ManyPeople(database);
            for (int size : sizes) {
                fill(people, size);
                each.add(measure(database, size));
            }
        }
        if (each.size() > 1) {
            out.printf(
                    Locale.ROOT,
                    "p50 at %,d people / p50 at %,d = %.2f%n",
                    sizes.getLast(),
                    sizes.getFirst(),
                    each.getLast().medianMillis() / each.getFirst().medianMillis());
        }
        return 0;
    }

    private void fill(ManyPeople people, int size) throws Exception {
        long began = System.nanoTime();
        int before = people.fillTo(size);
        if (before > size) {
            out.printf(Locale.ROOT, "there are %,d people already; another RIAYA_BENCH_HOME begins anew%n", before);
        }
        long entered = System.nanoTime();
        people.settle();
        out.printf(
                Locale.ROOT,
                "%,d people, %,d distinct words; %,d entered in %.0f s%n",
                size,
                people.words(),
                Math.max(0, size - before),
                (entered - began) / 1e9);
        out.printf(
                "the keys of %d of them, made anew by the service: %s%n",
                MADE_ANEW, people.renewedAlike(MADE_ANEW, PATIENCE) ? "the same" : "DIFFERENT");
    }

    private Figures measure(Connection database, int size) throws Exception {
        List<Question> all = questions(database);
        Load load = new Load(clients);
        Cpu cpu = new Cpu(stack);
        out.printf(
                Locale.ROOT,
                "%d processors, load %.1f, %d clients, %d people asked for%n",
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                clients,
                all.size());
        load.during(
                Duration.ofSeconds(warmUp),
                number -> search(all.get(number % all.size()).asked(-1 - number)));
        StatementWatch.begin(database);
        Map<Part, Duration> before = cpu.used();
        Figures figures = load.during(
                Duration.ofSeconds(seconds),
                number -> search(all.get(number % all.size()).asked(number)));
        Map<Part, Duration> after = cpu.used();
        out.printf(Locale.ROOT, "%,9d people  %s   p95 %.2f ms%n", size, figures, figures.p95Millis());
        out.printf(
                Locale.ROOT,
                "%9s         processor time of one search: service %.2f ms, PostgreSQL %.2f ms%n",
                "",
                Cpu.millis(before, after, Part.BENEFICIARY, figures.acts()),
                Cpu.millis(before, after, Part.POSTGRES, figures.acts()));
        StatementWatch.Counted statement = StatementWatch.counted(database);
        out.printf(
                Locale.ROOT,
                "%9s         find_by_keys alone, as PostgreSQL counts it: %.2f ms a call, %.2f calls a search%n",
                "",
                statement.millisOfOne(),
                (double) statement.calls() / figures.acts());
        Figures paced = load.paced(
                Duration.ofSeconds(seconds),
                EACH,
                number -> search(all.get(number % all.size()).asked(3 * MANY + number)));
        out.printf(Locale.ROOT, "%9s each client once a second %s%n", "", paced);
        Figures alone = new Load(1)
                .times(
                        Math.min(300, all.size()),
                        number -> search(all.get(number).asked(MANY + number)));
        out.printf(Locale.ROOT, "%9s one client %s%n", "", alone);
        recall(all);
        plan(database, all.getFirst());
        return figures;
    }

    private JsonNode search(String asked) {
        return search(Map.of("q", asked, "limit", FIRST));
    }

    private JsonNode search(Map<String, ?> body) {
        return api.as(user)
                .at(Service.BENEFICIARY, "/v1/persons/search")
                .post(body)
                .expect(200)
                .json()
                .path("items");
    }

    /** Many bear one name, so without more the name is what can be found; with the birth date it is the person. */
    private void recall(List<Question> all) throws Exception {
        List<Question> some = all.subList(0, Math.min(1_000, all.size()));
        AtomicInteger named = new AtomicInteger();
        AtomicInteger person = new AtomicInteger();
        AtomicInteger born = new AtomicInteger();
        new Load(clients).times(some.size(), number -> {
            Question question = some.get(number);
            JsonNode byName = search(question.asked(2 * MANY + number));
            named.addAndGet(any(byName, item -> nameAr(item).equals(question.nameAr())));
            person.addAndGet(any(byName, item -> item.path("id").asText().equals(question.person())));
            JsonNode withBirth = search(
                    Map.of("q", question.asked(2 * MANY + number), "birthDate", question.birthDate(), "limit", FIRST));
            born.addAndGet(any(withBirth, item -> item.path("id").asText().equals(question.person())));
        });
        out.printf(
                Locale.ROOT,
                "%9s among the first ten of %d: the Arabic name %.1f %%, the very person %.1f %%, with the birth date"
                        + " %.1f %%%n",
                "",
                some.size(),
                100.0 * named.get() / some.size(),
                100.0 * person.get() / some.size(),
                100.0 * born.get() / some.size());
    }

    private static int any(JsonNode items, java.util.function.Predicate<JsonNode> wanted) {
        for (JsonNode item : items) {
            if (wanted.test(item)) {
                return 1;
            }
        }
        return 0;
    }

    private static String nameAr(JsonNode item) {
        return item.path("givenNameAr").asText() + " "
                + item.path("familyNameAr").asText();
    }

    private List<Question> questions(Connection database) throws SQLException {
        List<Question> all = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("""
                        SELECT h.person_id, h.latin, p.given_name_ar || ' ' || p.family_name_ar, p.birth_date
                        FROM bench_heard h JOIN person p ON p.id = h.person_id
                        ORDER BY hashtext(CAST(h.person_id AS text)), h.person_id LIMIT
                        """ + questions)) {
            while (rows.next()) {
                all.add(new Question(
                        rows.getString(2).toLowerCase(Locale.ROOT),
                        rows.getString(1),
                        rows.getString(3),
                        rows.getString(4)));
            }
        }
        return all;
    }

    /** The statement inside {@code find_by_keys}, word for word, for the two words of the name of someone asked for. */
    private void plan(Connection database, Question question) throws SQLException {
        try (Statement sql = database.createStatement()) {
            String body = text(sql, "SELECT prosrc FROM pg_proc WHERE proname = 'find_by_keys'");
            String loop = body.substring(body.lastIndexOf("RETURN QUERY ") + "RETURN QUERY ".length());
            String keys = text(
                    sql,
                    "SELECT CAST(keys[2:2] AS text) FROM person_name WHERE person_id = '" + question.person() + "'");
            sql.execute("SET enable_seqscan = off");
            out.println();
            try (ResultSet lines = sql.executeQuery("EXPLAIN (ANALYZE, BUFFERS) "
                    + loop.substring(0, loop.indexOf(';'))
                            .replaceAll("\\blist\\b", "CAST('" + keys + "' AS int[])")
                            .replaceAll("\\bin_office\\b", "CAST(NULL AS text)")
                            .replaceAll("\\bnear_office\\b", "CAST('RAB' AS text)")
                            .replaceAll("\\bmost\\b", "150"))) {
                while (lines.next()) {
                    out.println("    " + lines.getString(1));
                }
            }
            out.println();
            sql.execute("RESET enable_seqscan");
        }
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
