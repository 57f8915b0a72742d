package ma.riaya.acceptance.bench.shield;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import ma.riaya.acceptance.bench.FillRegistry;
import ma.riaya.acceptance.story.Answer;
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

/** Asks for shielded people and for nobody in turn, and compares the answers and their times. */
@Command(
        name = "bench shield",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares what an outsider gets, and how fast, for shielded people and for nobody.")
public final class ShieldBench implements Callable<Integer> {

    private static final String OUTSIDER = "latifa";
    private static final String APPROVER = "brahim";
    private static final double NANOS_IN_MICRO = 1_000.0;

    @Option(names = "--people", description = "People of the registry; default ${DEFAULT-VALUE}.")
    private int people = 60_000;

    @Option(names = "--shielded", description = "People who are shielded; default ${DEFAULT-VALUE}.")
    private int shielded = 300;

    @Option(names = "--asked", description = "Questions of each kind and side; default ${DEFAULT-VALUE}.")
    private int asked = 4_000;

    @Option(names = "--seed", description = "The same seed asks the same; default ${DEFAULT-VALUE}.")
    private long seed = 20_261_127L;

    private final PrintStream out = System.out;
    private final LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
    private final Product product = Product.fromEnvironment(System.getenv());
    private final Api api = new Api(product, SignIn.at(product));
    private final Map<String, Set<String>> answers = new LinkedHashMap<>();

    private ShieldBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ShieldBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Random random = new Random(seed);
        FillRegistry.with(api, OUTSIDER, people, seed);
        List<Someone> hidden = new ArrayList<>();
        List<Someone> nobody = new ArrayList<>();
        for (int i = 0; i < shielded; i++) {
            hidden.add(entered(Someone.invented(random)));
            nobody.add(Someone.invented(random));
        }
        shield(hidden);
        out.printf(
                Locale.ROOT,
                "%d processors, %,d people, %,d of them shielded; %,d questions of each kind and side, in mixed order%n%n",
                Runtime.getRuntime().availableProcessors(),
                people,
                shielded,
                asked);
        out.printf(
                Locale.ROOT,
                "%-10s %-7s %9s %9s %9s %9s   microseconds%n",
                "question",
                "about",
                "p25",
                "p50",
                "p75",
                "p99");
        measure("id", hidden, nobody, random, this::byId);
        measure("cin", hidden, nobody, random, one -> search(Map.of("cin", one.cin())));
        measure("matricule", hidden, nobody, random, one -> search(Map.of("matricule", one.matricule())));
        measure("account", hidden, nobody, random, one -> search(Map.of("rib", one.rib())));
        measure("name", hidden, nobody, random, one -> search(Map.of("q", one.name())));
        boolean same = answers.values().stream().allMatch(seen -> seen.size() == 1);
        out.println(same ? "Every answer was the same, about whomever." : "The answers differ: " + answers);
        return same ? 0 : 1;
    }

    private Answer byId(Someone one) {
        return api.as(OUTSIDER)
                .at(Service.BENEFICIARY, "/v1/persons/{}", one.id())
                .get();
    }

    private Answer search(Map<String, String> body) {
        return api.as(OUTSIDER).at(Service.BENEFICIARY, "/v1/persons/search").post(body);
    }

    private void measure(
            String kind, List<Someone> hidden, List<Someone> nobody, Random random, Function<Someone, Answer> ask) {
        for (int i = 0; i < Math.min(asked, 1_000); i++) {
            for (Someone one : List.of(hidden.get(i % hidden.size()), nobody.get(i % nobody.size()))) {
                note(kind, ask.apply(one), one);
            }
        }
        long[] about = new long[asked];
        long[] none = new long[asked];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 2 * asked; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int turn : order) {
            boolean isHidden = turn < asked;
            Someone one = isHidden ? hidden.get(turn % hidden.size()) : nobody.get(turn % nobody.size());
            long began = System.nanoTime();
            Answer answer = ask.apply(one);
            long took = System.nanoTime() - began;
            (isHidden ? about : none)[turn % asked] = took;
            note(kind, answer, one);
        }
        print(kind, new Comparison(about, none));
    }

    private void note(String kind, Answer answer, Someone one) {
        answers.computeIfAbsent(kind, any -> new TreeSet<>()).add(told(answer, one));
    }

    /** All that the answer tells but the number of the request and what was asked for. */
    private static String told(Answer answer, Someone one) {
        String body = new String(answer.bytes(), StandardCharsets.UTF_8)
                .replace(one.id(), "ASKED")
                .replaceAll("\"requestId\":\"[^\"]*\"", "");
        return answer.status() + " " + answer.header("Content-Type") + " " + answer.header("ETag") + " " + body;
    }

    private void print(String kind, Comparison times) {
        line(kind, "hidden", times.hidden());
        line("", "nobody", times.nobody());
        long[] interval = times.interval(seed);
        out.printf(
                Locale.ROOT,
                "%-10s medians differ by %.1f µs (95%% of resamples: %.1f to %.1f); hidden slower in %.1f%% of pairs; Mann-Whitney p = %.3f%n%n",
                "",
                times.medianDifference() / NANOS_IN_MICRO,
                interval[0] / NANOS_IN_MICRO,
                interval[1] / NANOS_IN_MICRO,
                100 * times.chanceSlower(),
                times.p());
    }

    private void line(String kind, String about, long[] sorted) {
        out.printf(
                Locale.ROOT,
                "%-10s %-7s %9.1f %9.1f %9.1f %9.1f%n",
                kind,
                about,
                Comparison.quantile(sorted, 0.25) / NANOS_IN_MICRO,
                Comparison.quantile(sorted, 0.5) / NANOS_IN_MICRO,
                Comparison.quantile(sorted, 0.75) / NANOS_IN_MICRO,
                Comparison.quantile(sorted, 0.99) / NANOS_IN_MICRO);
    }

    private Someone entered(Someone one) {
        JsonNode person = api.as(OUTSIDER)
                .at(Service.BENEFICIARY, "/v1/persons")
                .key(UUID.randomUUID().toString())
                .post(one.body())
                .expect(201)
                .json();
        String id = person.path("id").asText();
        String request = api.as(OUTSIDER)
                .at(Service.BENEFICIARY, "/v1/persons/{}/account", id)
                .ifMatch("\"1\"")
                .put(Map.of("rib", one.rib(), "evidence", "bench", "reason", "bench"))
                .expect(202)
                .json()
                .path("id")
                .asText();
        api.as(APPROVER)
                .at(Service.BENEFICIARY, "/v1/change-requests/{}/approval", request)
                .key(UUID.randomUUID().toString())
                .ifMatch("\"1\"")
                .post()
                .expect(200);
        return one.known(id);
    }

    private void shield(List<Someone> hidden) throws SQLException {
        for (Someone one : hidden) {
            String shield = api.as("zineb")
                    .at(Service.BENEFICIARY, "/v1/shields")
                    .key(UUID.randomUUID().toString())
                    .post(Map.of("personId", one.id(), "unit", "DESK-S", "reason", "bench"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            api.as("rachid")
                    .at(Service.BENEFICIARY, "/v1/shields/{}/approval", shield)
                    .key(UUID.randomUUID().toString())
                    .post(Map.of())
                    .expect(200);
        }
        try (Connection database = DriverManager.getConnection(
                        stack.jdbcUrl(Part.BENEFICIARY),
                        "postgres",
                        stack.secret(Part.POSTGRES, "superuser.password"));
                Statement sql = database.createStatement()) {
            sql.execute("VACUUM ANALYZE");
        }
    }
}
