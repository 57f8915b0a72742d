package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without the registry: what needs it says so at once and saves nothing, the rest works, and nobody has to be restarted. */
@ExtendWith(WholeProduct.class)
class DeadNeighbourAcceptanceTest {

    /** How long a person at the counter is let wait: a caller that hears nothing by then has no answer. */
    private static final Duration MOST = Duration.ofSeconds(2);

    /** The service itself gives the registry up after 1.5 s; the rest is this machine's. */
    private static final Duration MOST_IF_IT_HANGS = Duration.ofSeconds(3);

    private static final String AMOUNT = "4000.00";

    @Test
    void whatNeedsTheStoppedRegistryIsToldToComeBackAndTheRestWorks(RunningProduct product) {
        Counter counter = Counter.atErrachidia(product);
        String person = counter.nextPerson();
        String draft = counter.open(counter.nextPerson(), Counter.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
        String proposed = counter.proposed(counter.nextPerson(), AMOUNT);
        String approved = counter.proposed(counter.nextPerson(), AMOUNT);
        counter.approve(approved, Counter.key()).expect(200);
        String campaign = campaign(product);
        String key = Counter.key();
        long welfare = product.stack().pid(Part.WELFARE).orElseThrow();

        product.stack().stop(Part.BENEFICIARY);
        try {
            comeBack("open a request", () -> open(product, counter, person, key));
            comeBack("select a wave", () -> select(product, campaign, key));
            comeBack("order a payment", () -> order(product, approved, key));

            assertThat(read(product, counter, "/v1/aid-requests/" + draft)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("DRAFT");
            assertThat(read(product, counter, "/v1/aid-requests?person=" + person)
                            .json()
                            .path("items"))
                    .isEmpty();
            assertThat(read(product, counter, "/v1/programmes").status()).isEqualTo(200);
            counter.step(counter.officer(), draft, "submission").expect(200);
            counter.approve(proposed, Counter.key()).expect(200);
            product.api()
                    .as("nadia")
                    .at(Service.WELFARE, "/v1/campaigns/{}", campaign)
                    .get()
                    .expect(200);
            product.api()
                    .as(counter.officer())
                    .at(Service.OFFICE, "/v1/offices")
                    .get()
                    .expect(200);
        } finally {
            product.stack().start(Part.BENEFICIARY);
        }

        // The same keys, as Retry-After asked: nothing was kept of what was refused.
        Stubborn client = new Stubborn();
        client.until(() -> open(product, counter, person, key).expect(201));
        client.until(() -> order(product, approved, key).expect(200));
        client.until(() -> select(product, campaign, key).expect(201));
        System.out.println("the registry is back: " + client.told());
        assertThat(product.stack().pid(Part.WELFARE).orElseThrow()).isEqualTo(welfare);
    }

    /** A registry that hangs takes connections and answers nothing, which is worse than a dead one. */
    @Test
    void aRegistryThatHangsIsNotWaitedFor(RunningProduct product) throws IOException, InterruptedException {
        Counter counter = Counter.atErrachidia(product);
        String person = counter.nextPerson();
        String key = Counter.key();
        counter.open(counter.nextPerson(), Counter.key()).expect(201);
        signal(product, "STOP");
        try {
            comeBack(
                    "open a request while the registry hangs",
                    () -> as(product, counter.officer(), "/v1/aid-requests")
                            .within(MOST_IF_IT_HANGS)
                            .key(key)
                            .post(Counter.opening(person)));
        } finally {
            signal(product, "CONT");
        }
        new Stubborn().until(() -> open(product, counter, person, key).expect(201));
    }

    private static void signal(RunningProduct product, String name) throws IOException, InterruptedException {
        long pid = product.stack().pid(Part.BENEFICIARY).orElseThrow();
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Answer open(RunningProduct product, Counter counter, String person, String key) {
        return as(product, counter.officer(), "/v1/aid-requests").key(key).post(Counter.opening(person));
    }

    private static Answer select(RunningProduct product, String campaign, String key) {
        return as(product, "nadia", "/v1/campaigns/" + campaign + "/waves")
                .key(key)
                .post(Map.of("asOf", "2025-07-01", "nameAr", "المرحلة الأولى", "nameFr", "Première vague"));
    }

    private static Answer order(RunningProduct product, String request, String key) {
        return as(product, "samira", "/v1/aid-requests/" + request + "/order")
                .key(key)
                .post();
    }

    private static Answer read(RunningProduct product, Counter counter, String address) {
        return as(product, counter.officer(), address).get().expect(200);
    }

    private static Call as(RunningProduct product, String user, String address) {
        Call call = product.api().as(user).at(Service.WELFARE, address);
        return product.stack().isRunning(Part.BENEFICIARY) ? call : call.within(MOST);
    }

    private static String campaign(RunningProduct product) {
        return product.api()
                .as("nadia")
                .at(Service.WELFARE, "/v1/campaigns")
                .key(Counter.key())
                .post(Map.of(
                        "programme",
                        "AID_ADHA",
                        "nameAr",
                        "منحة العيد",
                        "nameFr",
                        "Aide de l'Aïd",
                        "year",
                        2026,
                        "amount",
                        Map.of("amount", "1000.00", "currency", "MAD"),
                        "envelopeOffice",
                        "HQ"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void comeBack(String what, Supplier<Answer> call) {
        long since = System.nanoTime();
        Answer answer = call.get().expectRefusal(503);
        long millis = (System.nanoTime() - since) / 1_000_000;
        assertThat(answer.code()).isEqualTo("registry-unavailable");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        System.out.printf(
                "%s: 503 %s, Retry-After %s, after %d ms%n", what, answer.code(), answer.header("Retry-After"), millis);
    }
}
