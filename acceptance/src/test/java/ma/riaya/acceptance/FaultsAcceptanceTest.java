package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.riaya.acceptance.CampaignUnderFire.Step;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.story.ApiFailure;
import ma.riaya.acceptance.story.StoryFailed;
import ma.riaya.localstack.Part;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Processes are ended by SIGKILL in the middle of a campaign's payment, each time where it hurts most.
 *
 * <p>Each step is repeated with its own key afterwards, as a client would; {@link RandomFaultsAcceptanceTest} kills at random moments.
 */
@ExtendWith(WholeProduct.class)
class FaultsAcceptanceTest {

    private static final int YEAR = 2031;

    private final Stubborn client = new Stubborn();

    @Test
    void aCampaignIsPaidOnceWhateverIsKilledInTheMiddle(RunningProduct product)
            throws IOException, SQLException, InterruptedException {
        try (BankSimulator bank = product.bank()) {
            CampaignUnderFire campaign = new CampaignUnderFire(product, bank, "faults", YEAR);
            campaign.steps().stream().limit(3).map(Step::attempt).forEach(client::until);

            killMidway(product, Part.WELFARE, campaign::order);
            client.until(campaign::order);

            killMidway(product, Part.POSTGRES, campaign::release);
            assertThat(viewed(campaign)).isEqualTo("PREPARED");
            assertThat(campaign.path()).doesNotExist();

            killAroundTheFile(product, campaign);

            killMidway(product, Part.WELFARE, () -> campaign.bring("pain.002"));
            client.until(() -> campaign.bring("pain.002"));
            killMidway(product, Part.POSTGRES, () -> campaign.bring("camt.054"));
            client.until(() -> campaign.bring("camt.054"));
            client.until(() -> campaign.bring("camt.054-returns"));

            System.out.println(campaign.verify());
            System.out.println("6 kills; " + client.told());
            // All of it once more: each key remembers its answer.
            campaign.steps().forEach(step -> step.attempt().run());
            campaign.verify();
        }
    }

    /** Everything of the step is written and nothing committed: it leaves no trace, and its caller is told to try again. */
    private void killMidway(RunningProduct product, Part part, Runnable step)
            throws SQLException, InterruptedException {
        try (Midway way = Midway.of(product)) {
            CompletableFuture<Throwable> under = CompletableFuture.supplyAsync(() -> catchThrowable(step::run));
            way.awaitStep();
            product.stack().kill(part);
            Throwable failed = under.orTimeout(70, TimeUnit.SECONDS).join();
            System.out.println("killed " + part + " midway: " + failed.getMessage());
            if (part == Part.POSTGRES) {
                assertThat(failed)
                        .asInstanceOf(InstanceOfAssertFactories.type(ApiFailure.class))
                        .extracting(ApiFailure::status, ApiFailure::code)
                        .containsExactly(503, "database-unavailable");
            } else {
                assertThat(failed).isExactlyInstanceOf(StoryFailed.class);
            }
        }
        product.stack().start(part);
    }

    /** The batch is released; once the file could not be written before the service died, once the service dies as soon as it is seen. */
    private void killAroundTheFile(RunningProduct product, CampaignUnderFire campaign)
            throws IOException, InterruptedException {
        Path obstacle = campaign.path();
        Files.createDirectory(obstacle);
        client.until(campaign::release);
        product.stack().kill(Part.WELFARE);
        assertThat(obstacle).isEmptyDirectory();
        product.stack().start(Part.WELFARE);
        assertThat(viewed(campaign)).isEqualTo("RELEASED");

        Files.delete(obstacle);
        awaitFile(campaign.path());
        product.stack().kill(Part.WELFARE);
        byte[] seen = Files.readAllBytes(campaign.path());
        product.stack().start(Part.WELFARE);
        client.until(campaign::file);

        assertThat(campaign.path()).hasBinaryContent(seen);
        assertThat(campaign.path())
                .hasDigest("SHA-256", campaign.view().path("contentSha256").asText());
        try (var files = Files.list(campaign.path().getParent())) {
            List<String> unfinished = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".part"))
                    .toList();
            assertThat(unfinished).isEmpty();
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.isRegularFile(file)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private String viewed(CampaignUnderFire campaign) {
        String[] state = {""};
        client.until(() -> state[0] = campaign.view().path("state").asText());
        return state[0];
    }
}
