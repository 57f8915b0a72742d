package ma.riaya.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.Rates;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Service;

/** One campaign through the product, from the selection of its first wave to the last answer of the bank. */
final class CampaignRun {

    static final String PROGRAMME = "AID_ADHA";
    static final String OFFICE = "HQ";
    static final int YEAR = 2025;
    static final LocalDate AS_OF = LocalDate.of(2025, 7, 1);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Api api;
    private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
    private JsonNode wave;

    private CampaignRun(Api api) {
        this.api = api;
        this.wave = MissingNode.getInstance();
    }

    /**
     * What one campaign took and was.
     *
     * @param nanos how long each step took, seen by who asked for it
     */
    record Result(UUID campaign, int transfers, int vouchers, int nearMisses, Map<Step, Long> nanos) {}

    /** A piece of work that is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Opens a campaign and takes its first wave to the end; the bank's own time is not counted. */
    static Result of(Api api, UUID campaign) throws IOException, InterruptedException {
        return new CampaignRun(api).run(campaign);
    }

    static UUID open(Api api, int year) {
        return UUID.fromString(welfare(api, "nadia", "/v1/campaigns")
                .post(Map.of(
                        "programme",
                        PROGRAMME,
                        "nameAr",
                        "منحة عيد الأضحى 2025",
                        "nameFr",
                        "Aide de l’Aïd al-Adha 2025",
                        "year",
                        year,
                        "amount",
                        Map.of("amount", "1000.00", "currency", "MAD"),
                        "envelopeOffice",
                        OFFICE))
                .expect(201)
                .json()
                .path("id")
                .asText());
    }

    private Result run(UUID campaign) throws IOException, InterruptedException {
        Call selection = welfare(api, "nadia", "/v1/campaigns/{}/waves", campaign);
        Call proposal = welfare(api, "nadia", "/v1/campaigns/{}/waves/1/proposal", campaign);
        Call approval = welfare(api, "omar", "/v1/campaigns/{}/waves/1/approval", campaign);
        Call order = welfare(api, "samira", "/v1/campaigns/{}/waves/1/payment-batch", campaign);
        time(
                Step.SELECTION,
                () -> wave = selection
                        .post(Map.of("asOf", AS_OF.toString(), "nameAr", "المرحلة الأولى", "nameFr", "Première vague"))
                        .expect(201)
                        .json());
        time(Step.PROPOSAL, () -> proposal.post().expect(200));
        time(Step.APPROVAL, () -> approval.post().expect(200));
        JsonNode[] ordered = new JsonNode[1];
        time(Step.ORDER, () -> ordered[0] = order.post().expect(201).json());
        pay(ordered[0].path("id").asText());
        return new Result(
                campaign,
                wave.path("transfers").asInt(),
                wave.path("vouchers").asInt(),
                wave.path("nearMisses").asInt(),
                nanos);
    }

    private void pay(String batch) throws IOException, InterruptedException {
        String file = api.as("samira")
                        .at(Service.WELFARE, "/v1/payment-batches/{}", batch)
                        .get()
                        .expect(200)
                        .json()
                        .path("number")
                        .asText()
                + ".xml";
        Call release = welfare(api, "karim", "/v1/payment-batches/{}/release", batch);
        Path laid = api.product().bank().outbox().resolve(file);
        time(Step.RELEASE, () -> {
            release.post().expect(200);
            await(laid);
        });
        try (BankSimulator bank = BankSimulator.open(
                api.product().bank(), BankSimulator.USUAL_SEED, Rates.USUAL, Set.of(), Clock.systemUTC())) {
            bank.collect();
            bank.deliverReturns();
            for (Path answer : bank.answers()) {
                if (answer.getFileName().toString().endsWith("-" + file)) {
                    take(answer);
                }
            }
        }
    }

    private void take(Path answer) throws IOException, InterruptedException {
        String name = answer.getFileName().toString();
        Step step = name.contains("-pain.002-")
                ? Step.STATUS
                : name.contains("-camt.054-returns-") ? Step.RETURNS : Step.BOOKING;
        byte[] content = Files.readAllBytes(answer);
        Call carry = welfare(api, "samira", "/v1/bank-files");
        JsonNode[] taken = new JsonNode[1];
        time(
                step,
                () -> taken[0] =
                        carry.upload("application/xml", content).expect(201).json());
        if (taken[0].path("exceptions").asInt() != 0
                || taken[0].path("applied").asInt() != taken[0].path("lines").asInt()) {
            throw new IllegalStateException(name + " was not taken whole: " + taken[0]);
        }
    }

    private void time(Step step, Work work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        nanos.put(step, System.nanoTime() - begin);
    }

    private static void await(Path laid) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!Files.exists(laid)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(laid + " did not come within " + LONGEST.toSeconds() + " s");
            }
            Thread.sleep(2);
        }
    }

    private static Call welfare(Api api, String user, String path, Object... segments) {
        return api.as(user)
                .at(Service.WELFARE, path, segments)
                .key(UUID.randomUUID().toString());
    }
}
