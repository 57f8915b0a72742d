package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;
import ma.riaya.localstack.Part;

/** All that needs the registry: an opening, a selection and an order, each sent by somebody who may. */
final class AsksTheRegistry {

    /** How long a person at the counter is let wait: a caller that hears nothing by then has no answer. */
    static final Duration MOST = Duration.ofSeconds(2);

    private static final String PROGRAMME = "AID_ADHA";

    private final RunningProduct product;
    private final Counter counter;
    private volatile boolean impatient;

    AsksTheRegistry(RunningProduct product, Counter counter) {
        this.product = product;
        this.counter = counter;
    }

    /** From here on every call fails that is not answered within {@link #MOST}. */
    void allowsTwoSeconds() {
        impatient = true;
    }

    void allowsTime() {
        impatient = false;
    }

    Answer open(String person, String key) {
        return as(counter.officer(), "/v1/aid-requests").key(key).post(Counter.opening(person));
    }

    Answer select(String campaign, String key) {
        return as("nadia", "/v1/campaigns/" + campaign + "/waves")
                .key(key)
                .post(Map.of("asOf", "2025-07-01", "nameAr", "المرحلة الأولى", "nameFr", "Première vague"));
    }

    Answer order(String request, String key) {
        return as("samira", "/v1/aid-requests/" + request + "/order").key(key).post();
    }

    /** The campaign of that year, from which nothing is selected yet. */
    String campaign(int year) {
        Envelope.allot(product.api(), PROGRAMME, "HQ", year, "6000000.00");
        return product.api()
                .as("nadia")
                .at(Service.WELFARE, "/v1/campaigns")
                .key(Counter.key())
                .post(Map.of(
                        "programme",
                        PROGRAMME,
                        "nameAr",
                        "منحة العيد",
                        "nameFr",
                        "Aide de l'Aïd",
                        "year",
                        year,
                        "amount",
                        Map.of("amount", "1000.00", "currency", "MAD"),
                        "envelopeOffice",
                        "HQ"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    Call as(String user, String address) {
        Call call = product.api().as(user).at(Service.WELFARE, address);
        return impatient ? call.within(MOST) : call;
    }

    Answer read(String address) {
        return as(counter.officer(), address).get().expect(200);
    }

    /** Insists on being told within two seconds to come back later; answers after how many milliseconds. */
    static long comesBack(Supplier<Answer> call) {
        long since = System.nanoTime();
        Answer answer = call.get().expectRefusal(503);
        long millis = (System.nanoTime() - since) / 1_000_000;
        assertThat(answer.code()).isEqualTo("registry-unavailable");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(millis).isLessThan(MOST.toMillis());
        return millis;
    }

    static long comesBack(String what, Supplier<Answer> call) {
        long millis = comesBack(call);
        System.out.printf("%s: 503 after %d ms%n", what, millis);
        return millis;
    }

    /** The process of the registry, as long as it is stopped. */
    final class Frozen implements AutoCloseable {

        private final long pid;

        Frozen() {
            pid = product.stack().pid(Part.BENEFICIARY).orElseThrow();
            signal("STOP");
            allowsTwoSeconds();
        }

        private void signal(String name) {
            try {
                assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                                .start()
                                .waitFor())
                        .isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            signal("CONT");
            allowsTime();
        }
    }

    /** A registry that hangs takes connections and answers nothing, which is worse than a dead one. */
    Frozen frozen() {
        return new Frozen();
    }
}
