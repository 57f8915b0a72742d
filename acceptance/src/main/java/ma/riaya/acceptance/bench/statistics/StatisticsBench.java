package ma.riaya.acceptance.bench.statistics;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import ma.riaya.acceptance.bench.FillRegistry;
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

/** Asks each statistic several times, over the people who were imported and then over many times as many. */
@Command(
        name = "bench statistics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the statistics over the registry, and over one that is copied to many times its size.")
public final class StatisticsBench implements Callable<Integer> {

    private static final double NANOS_IN_MILLI = 1e6;

    private static final List<String> ASKED = List.of(
            "persons?by=category",
            "persons?by=category,office",
            "persons?by=province,age",
            "missing",
            "provinces-without-office",
            "pensions?below=2000.00");

    @Option(names = "--people", description = "People imported; default ${DEFAULT-VALUE}.")
    private int people = 60_000;

    @Option(names = "--copies", description = "How often they are copied besides; default ${DEFAULT-VALUE}.")
    private int copies = 16;

    @Option(names = "--times", description = "How often each is asked; default ${DEFAULT-VALUE}.")
    private int times = 9;

    private final PrintStream out = System.out;
    private final LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
    private final Product product = Product.fromEnvironment(System.getenv());
    private final Api api = new Api(product, SignIn.at(product));

    private StatisticsBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StatisticsBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        FillRegistry.with(api, "latifa", people, 20_261_127L);
        vacuum();
        measure(people);
        copy();
        vacuum();
        measure(people * (copies + 1));
        return 0;
    }

    private void measure(int persons) {
        out.printf(Locale.ROOT, "%,d people: median and slowest of %d, in milliseconds%n", persons, times);
        for (String asked : ASKED) {
            long[] took = new long[times];
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                api.as("nadia")
                        .at(Service.BENEFICIARY, "/v1/statistics/" + asked)
                        .purpose("STATISTICS")
                        .get()
                        .expect(200);
                took[i] = System.nanoTime() - began;
            }
            Arrays.sort(took);
            out.printf(
                    Locale.ROOT,
                    "  %-28s %8.0f %8.0f%n",
                    asked,
                    took[times / 2] / NANOS_IN_MILLI,
                    took[times - 1] / NANOS_IN_MILLI);
        }
    }

    /** Without their pensions, which are bound to their rows and would not open in copies. */
    private void copy() throws SQLException {
        try (Connection database = superuser();
                Statement sql = database.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(
                    "CREATE TEMP TABLE copied AS SELECT uuidv7() AS id, p.id AS former FROM person p, generate_series(1, "
                            + copies + ")");
            sql.execute("""
                    INSERT INTO person (id, reference, family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex,
                        birth_date, death_date, province, office, account_problem, created_at, changed_at, known_from)
                    SELECT c.id, c.id::text, family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date,
                        death_date, province, office, account_problem, created_at, changed_at, known_from
                    FROM copied c JOIN person p ON p.id = c.former
                    """);
            sql.execute("""
                    INSERT INTO category_period (id, person_id, category, held, end_reason, source, founded_by, ended_by, known_from)
                    SELECT uuidv7(), c.id, category, held, end_reason, source, founded_by, ended_by, known_from
                    FROM copied c JOIN category_period p ON p.person_id = c.former AND p.known_until IS NULL
                    """);
            sql.execute("""
                    INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, used_until, source)
                    SELECT uuidv7(), c.id, iban_sealed, iban_index, used_from, used_until, source
                    FROM copied c JOIN account a ON a.person_id = c.former
                    """);
        }
    }

    private void vacuum() throws SQLException {
        try (Connection database = superuser();
                Statement sql = database.createStatement()) {
            sql.execute("VACUUM ANALYZE");
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(Part.BENEFICIARY), "postgres", stack.secret(Part.POSTGRES, "superuser.password"));
    }
}
