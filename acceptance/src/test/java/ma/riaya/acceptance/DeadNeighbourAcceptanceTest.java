package ma.riaya.acceptance;

import static ma.riaya.acceptance.AsksTheRegistry.comesBack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without the registry: what needs it says so at once and saves nothing, the rest works, and nobody has to be restarted. */
@ExtendWith(WholeProduct.class)
class DeadNeighbourAcceptanceTest {

    private static final String AMOUNT = "4000.00";
    private static final int CROWD = 100;

    @Test
    void whatNeedsTheStoppedRegistryIsToldToComeBackAndTheRestWorks(RunningProduct product) {
        Counter counter = Counter.atErrachidia(product);
        AsksTheRegistry asks = new AsksTheRegistry(product, counter);
        String person = counter.nextPerson();
        String draft = opened(counter);
        String proposed = counter.proposed(counter.nextPerson(), AMOUNT);
        String approved = approved(counter);
        String campaign = asks.campaign(2026);
        String key = Counter.key();
        long welfare = product.stack().pid(Part.WELFARE).orElseThrow();

        product.stack().stop(Part.BENEFICIARY);
        asks.allowsTwoSeconds();
        try {
            comesBack("open a request", () -> asks.open(person, key));
            comesBack("select a wave", () -> asks.select(campaign, key));
            comesBack("order a payment", () -> asks.order(approved, key));

            assertThat(asks.read("/v1/aid-requests/" + draft)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("DRAFT");
            assertThat(asks.read("/v1/aid-requests?person=" + person).json().path("items"))
                    .isEmpty();
            asks.read("/v1/programmes");
            counter.step(counter.officer(), draft, "submission").expect(200);
            counter.approve(proposed, Counter.key()).expect(200);
            asks.as("nadia", "/v1/campaigns/" + campaign).get().expect(200);
            product.api()
                    .as(counter.officer())
                    .at(Service.OFFICE, "/v1/offices")
                    .get()
                    .expect(200);
        } finally {
            asks.allowsTime();
            product.stack().start(Part.BENEFICIARY);
        }

        // The same keys, as Retry-After asked: nothing was kept of what was refused.
        Stubborn client = new Stubborn();
        client.until(() -> asks.open(person, key).expect(201));
        client.until(() -> asks.order(approved, key).expect(200));
        client.until(() -> asks.select(campaign, key).expect(201));
        System.out.println("the registry is back: " + client.told());
        assertThat(product.stack().pid(Part.WELFARE).orElseThrow()).isEqualTo(welfare);
    }

    @Test
    void whateverAsksARegistryThatHangsIsToldWithinTwoSeconds(RunningProduct product) {
        Counter counter = Counter.atErrachidia(product);
        AsksTheRegistry asks = new AsksTheRegistry(product, counter);
        String person = counter.nextPerson();
        String draft = opened(counter);
        String approved = approved(counter);
        String campaign = asks.campaign(2027);
        hangs(asks, draft, "open a request", 201, key -> asks.open(person, key));
        hangs(asks, draft, "order a payment", 200, key -> asks.order(approved, key));
        hangs(asks, draft, "select a wave", 201, key -> asks.select(campaign, key));
    }

    /** The first who asks waits for an answer, later ones do not; when the registry is back, so is what was asked. */
    private static void hangs(AsksTheRegistry asks, String draft, String what, int done, Function<String, Answer> act) {
        String key = Counter.key();
        try (AsksTheRegistry.Frozen registry = asks.frozen()) {
            long first = comesBack(what + " while the registry hangs", () -> act.apply(key));
            long second = comesBack(what + " once it is known to hang", () -> act.apply(key));
            assertThat(second).isLessThan(first);
            asks.read("/v1/aid-requests/" + draft);
        }
        new Stubborn().until(() -> act.apply(key).expect(done));
    }

    @Test
    void aCrowdThatAsksARegistryThatHangsIsToldWithinTwoSecondsAndHoldsUpNobody(RunningProduct product)
            throws ExecutionException, InterruptedException {
        Counter counter = Counter.atErrachidia(product);
        AsksTheRegistry asks = new AsksTheRegistry(product, counter);
        String person = counter.nextPerson();
        String draft = opened(counter);
        try (AsksTheRegistry.Frozen registry = asks.frozen();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<List<Long>> crowd = beside.submit(() ->
                    AtOnce.clients(CROWD, client -> comesBack(() -> asks.open(person, Counter.key()))));
            int read = 0;
            while (!crowd.isDone()) {
                asks.read("/v1/aid-requests/" + draft);
                read++;
            }
            LongSummaryStatistics waited =
                    crowd.get().stream().flatMapToLong(LongStream::of).summaryStatistics();
            System.out.printf(
                    "%d openings at once while the registry hangs: all 503, the last after %d ms; meanwhile a request was read %d times%n",
                    CROWD, waited.getMax(), read);
            assertThat(read).isPositive();
        }
        new Stubborn().until(() -> asks.open(person, Counter.key()).expect(201));
    }

    /** A selection may take long, as long as pages arrive. */
    @Test
    void aSelectionIsToldWithinTwoSecondsFromTheMomentAtWhichTheRegistryHangs(RunningProduct product) throws Exception {
        Counter counter = Counter.atErrachidia(product);
        AsksTheRegistry asks = new AsksTheRegistry(product, counter);
        String campaign = asks.campaign(2028);
        String key = Counter.key();
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Answer> selection = beside.submit(() -> asks.select(campaign, key));
            TimeUnit.MILLISECONDS.sleep(150);
            try (AsksTheRegistry.Frozen registry = asks.frozen()) {
                assertThat(selection).as("still under way").isNotDone();
                comesBack("a selection in whose middle the registry hangs", () -> get(selection));
            }
        }
        new Stubborn().until(() -> asks.select(campaign, key).expect(201));
    }

    private static Answer get(Future<Answer> selection) {
        try {
            return selection.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }

    private static String opened(Counter counter) {
        return counter.open(counter.nextPerson(), Counter.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String approved(Counter counter) {
        String request = counter.proposed(counter.nextPerson(), AMOUNT);
        counter.approve(request, Counter.key()).expect(200);
        return request;
    }
}
