package ma.riaya.acceptance.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.acceptance.story.StoryFailed;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;
import ma.riaya.localstack.Progress;
import ma.riaya.localstack.StackFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures durable creation, reading, approval and a whole campaign, each beside bare PostgreSQL in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the product beside bare PostgreSQL, on a stack of its own whose books begin anew each time.")
public final class Bench implements Callable<Integer> {

    /** The file that marks a home as the bench's own, for a run sets its books back. */
    private static final String OF_THE_BENCH = "of-the-bench";

    private static final BigDecimal PLENTY = new BigDecimal("900000000.00");

    @Option(names = "--clients", description = "Clients at once; default ${DEFAULT-VALUE}.")
    private int clients = 16;

    @Option(
            names = "--acts",
            description =
                    "Creations and approvals that are counted, after half as many that are not; default ${DEFAULT-VALUE}.")
    private int acts = 2_000;

    @Option(
            names = "--warm-up",
            description = "Seconds of creations and of reads that are not counted; default ${DEFAULT-VALUE}.")
    private int warmUp = 90;

    @Option(names = "--seconds", description = "How long reads and pgbench are measured; default ${DEFAULT-VALUE}.")
    private int seconds = 15;

    @Option(
            names = "--campaigns",
            description = "Whole campaigns that are counted, after one that is not; default ${DEFAULT-VALUE}.")
    private int campaigns = 3;

    private final Report report = new Report(System.out);

    /** What a load gave, and the processor time of the product's parts before and after it. */
    record Measured(Figures figures, Map<Part, Duration> before, Map<Part, Duration> after) {

        double millisOf(Part part) {
            return Cpu.millis(before, after, part, figures.acts());
        }
    }

    private Bench() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Bench());
        command.setExecutionExceptionHandler((fault, line, parsed) -> {
            Throwable cause =
                    fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
            if (cause instanceof StoryFailed || cause instanceof StackFault || cause instanceof IllegalStateException) {
                System.err.println("riaya: the bench stops here: " + cause.getMessage());
                return 1;
            }
            throw fault;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Product product = Product.fromEnvironment(System.getenv());
        if (!Files.exists(product.home().resolve(OF_THE_BENCH))) {
            throw new IllegalStateException(
                    product.home() + " is not a home of the bench's own; ./riaya bench makes one.");
        }
        LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
        Api api = new Api(product, SignIn.at(product));
        Books books = new Books(stack);
        Pgbench pgbench = new Pgbench(books.forPgbench());
        if (clients < 1 || acts < 2 || warmUp < 1 || seconds < 1 || campaigns < 1) {
            throw new IllegalStateException("every number must be at least 1, and --acts at least 2");
        }
        report.say("%n%d processors, %d clients%n%n", Runtime.getRuntime().availableProcessors(), clients);
        books.restore(product.bank());
        Acts single = new Acts(api);
        single.allot();
        List<UUID> opened = openCampaigns(api);
        books.copy();
        singleActs(single, books, pgbench, new Cpu(stack));
        campaigns(api, books, opened);
        books.forgetCopy();
        return 0;
    }

    private List<UUID> openCampaigns(Api api) {
        List<UUID> opened = new ArrayList<>();
        // A programme has one campaign a year.
        for (int year = CampaignRun.YEAR; year <= CampaignRun.YEAR + campaigns; year++) {
            Envelope.allot(api, CampaignRun.PROGRAMME, CampaignRun.OFFICE, year, "6000000.00")
                    .amend(UUID.randomUUID().toString(), PLENTY);
            opened.add(CampaignRun.open(api, year));
        }
        return opened;
    }

    private void singleActs(Acts single, Books books, Pgbench pgbench, Cpu cpu) throws Exception {
        Load load = new Load(clients);
        int before = acts / 2;
        List<UUID> people;
        try (Connection registry = books.asService(Books.BENEFICIARY, Part.BENEFICIARY)) {
            people = Acts.people(registry, before + acts);
        }
        load.during(Duration.ofSeconds(warmUp), Acts.others(people), number -> single.openAnother(people, number));
        UUID[] requests = new UUID[before + acts];
        load.times(before, number -> requests[number] = single.open(people.get(number)));
        books.checkpoint();
        Measured created = measure(
                cpu,
                () -> load.times(acts, number -> requests[before + number] = single.open(people.get(before + number))));
        books.checkpoint();
        report.compare("creation", created, pgbench.during(seconds, Scripts.creation(), clients));

        int rowsForEach = acts + before;
        prepareForPgbench(books, rowsForEach * clients);
        load.during(Duration.ofSeconds(warmUp), number -> single.read(any(requests)));
        Measured read =
                measure(cpu, () -> load.during(Duration.ofSeconds(seconds), number -> single.read(any(requests))));
        report.compare("read by id", read, pgbench.during(seconds, Scripts.read(rowsForEach * clients), clients));

        load.times(requests.length, number -> single.propose(requests[number]));
        load.times(before, number -> single.approve(requests[number]));
        books.checkpoint();
        Measured approved = measure(cpu, () -> load.times(acts, number -> single.approve(requests[before + number])));
        books.checkpoint();
        report.compare("approval", approved, pgbench.times(acts, Scripts.approval(rowsForEach), clients));
    }

    private static Measured measure(Cpu cpu, Callable<Figures> load) throws Exception {
        Map<Part, Duration> before = cpu.used();
        Figures figures = load.call();
        return new Measured(figures, before, cpu.used());
    }

    private void campaigns(Api api, Books books, List<UUID> opened)
            throws SQLException, IOException, InterruptedException {
        List<CampaignRun.Result> product = new ArrayList<>();
        List<Map<Step, Long>> bare = new ArrayList<>();
        for (UUID campaign : opened) {
            books.checkpoint();
            product.add(CampaignRun.of(api, campaign));
            books.checkpoint();
            try (Connection service = books.asSuperuser(Books.WELFARE);
                    Connection registry = books.asService(Books.BENEFICIARY, Part.BENEFICIARY);
                    Connection copy = books.asService(Books.BARE, Part.WELFARE)) {
                copy.setAutoCommit(false);
                bare.add(new BareCampaign(service, registry, copy).run(campaign));
            }
        }
        report.compare(product, bare);
    }

    private static void prepareForPgbench(Books books, int rows) throws SQLException {
        try (Connection copy = books.asSuperuser(Books.BARE);
                Statement sql = copy.createStatement()) {
            sql.execute(Scripts.prepare(rows));
        }
    }

    private static UUID any(UUID[] requests) {
        return requests[ThreadLocalRandom.current().nextInt(requests.length)];
    }
}
