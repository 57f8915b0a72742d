package ma.riaya.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.riaya.acceptance.CampaignUnderFire.Step;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.story.StoryFailed;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The long form: so many kills at random moments of campaigns of 4,798 lines; {@code ./riaya faults} runs it.
 *
 * <p>{@code -Driaya.faults.kills} says how many, {@code -Driaya.faults.seed} repeats the moments of a former run.
 */
@ExtendWith(WholeProduct.class)
@EnabledIfSystemProperty(named = RandomFaultsAcceptanceTest.KILLS, matches = "[1-9][0-9]*")
class RandomFaultsAcceptanceTest {

    static final String KILLS = "riaya.faults.kills";

    /** A programme has one campaign a year: each round takes the next. */
    private static final int YEAR = 2032;

    /** A kill may come a little after the step was answered as well. */
    private static final double BEYOND = 1.2;

    private final long seed = Long.getLong("riaya.faults.seed", System.currentTimeMillis());
    private final Random random = new Random(seed);
    private final Stubborn client = new Stubborn();
    private final Map<String, Duration> usual = new HashMap<>();
    private final Map<Part, Integer> killed = new EnumMap<>(Part.class);
    private int kills;
    private int interrupted;

    @Test
    void nothingIsLostAndNothingPaidTwice(RunningProduct product) throws IOException {
        int wanted = Integer.getInteger(KILLS, 0);
        System.out.println("seed " + seed + ", " + wanted + " kills");
        try (BankSimulator bank = product.bank()) {
            calm(new CampaignUnderFire(product, bank, "calm-" + seed, YEAR));
            for (int round = 1; kills < wanted; round++) {
                CampaignUnderFire campaign =
                        new CampaignUnderFire(product, bank, "random-" + seed + "-" + round, YEAR + round);
                for (Step step : campaign.steps()) {
                    if (kills < wanted && random.nextInt(4) > 0) {
                        killDuring(product, step);
                    }
                    client.until(step.attempt());
                }
                System.out.println(campaign.verify());
            }
        }
        System.out.println("seed " + seed + ": " + kills + " kills " + killed + ", " + interrupted
                + " of them before the step was answered; " + client.told());
    }

    /** Measures how long each step takes where nothing happens, to know which moments there are. */
    private void calm(CampaignUnderFire campaign) throws IOException {
        for (Step step : campaign.steps()) {
            long since = System.nanoTime();
            client.until(step.attempt());
            usual.put(step.title(), Duration.ofNanos(System.nanoTime() - since));
        }
        System.out.println(campaign.verify());
    }

    private void killDuring(RunningProduct product, Step step) {
        Part part = victim(step);
        Duration length = usual.getOrDefault(step.title(), Duration.ofSeconds(1));
        long after = (long) (random.nextDouble() * BEYOND * length.toNanos());
        CompletableFuture<Boolean> under = CompletableFuture.supplyAsync(() -> answered(step));
        sleep(after);
        boolean before = !under.isDone();
        product.stack().kill(part);
        boolean answered = under.orTimeout(200, TimeUnit.SECONDS).join();
        product.stack().start(part);
        kills++;
        interrupted += before ? 1 : 0;
        killed.merge(part, 1, Integer::sum);
        System.out.printf(
                "kill %d: %s in \"%s\" after %d ms; the step was %s%n",
                kills, part, step.title(), after / 1_000_000, answered ? "answered" : "not answered");
    }

    private Part victim(Step step) {
        int drawn = random.nextInt(3);
        if (step.title().equals("select") && drawn == 0) {
            return Part.BENEFICIARY;
        }
        return drawn == 1 ? Part.POSTGRES : Part.WELFARE;
    }

    private static boolean answered(Step step) {
        try {
            step.attempt().run();
            return true;
        } catch (StoryFailed failed) {
            return false;
        }
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
