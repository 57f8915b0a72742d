package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.BankForTests;
import ma.riaya.welfare.outbox.Relay;
import org.junit.jupiter.api.Test;

/** Between the release and the bank's folder anything may break: the file comes, once, with the bytes that were released. */
@QuarkusTest
class PaymentFileDeliveryApiTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Relay relay;

    PaymentFileDeliveryApiTest(Relay relay) {
        this.relay = relay;
    }

    @Test
    void aReleasedBatchIsWrittenByItself() throws IOException {
        String batch = Ordered.released(Ordered.payments(2));

        await().atMost(SOON).until(() -> state(batch).equals("WRITTEN"));

        assertThat(file(batch)).hasBinaryContent(shown(batch));
        assertNothingAside();
    }

    /** The folder is not there: as if the machine had stopped after the commit and before the writing. */
    @Test
    void whatWasReleasedIsWrittenAfterTheFault() throws IOException, SQLException {
        Path folder = BankForTests.folder();
        Path away = folder.resolveSibling("away");
        Files.createDirectories(folder);
        Files.move(folder, away);
        Files.writeString(folder, "no folder");
        String batch = Ordered.released(Ordered.payments(2));
        await().atMost(SOON).until(() -> count("attempts > 0", batch) == 1);
        assertThat(state(batch)).isEqualTo("RELEASED");
        byte[] released = shown(batch);

        Files.delete(folder);
        Files.move(away, folder);
        sql("UPDATE outbox SET next_attempt_at = created_at WHERE aggregate = '" + batch + "'");
        relay.run();

        await().atMost(SOON).until(() -> state(batch).equals("WRITTEN"));
        assertThat(file(batch)).hasBinaryContent(released);
        assertNothingAside();
    }

    /** The file lies there, and that it does was never noted; two relays find it so at once. */
    @Test
    void whatWasWrittenAndNotNotedIsNotedWithoutAnotherFile() throws Exception {
        String batch = Ordered.released(Ordered.payments(2));
        await().atMost(SOON).until(() -> state(batch).equals("WRITTEN"));
        byte[] written = Files.readAllBytes(file(batch));
        long files = files();
        sql("UPDATE outbox SET delivered_at = NULL WHERE aggregate = '" + batch + "'");
        Callable<Boolean> relaying = () -> {
            relay.run();
            return true;
        };

        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            assertThat(four.invokeAll(Collections.nCopies(4, relaying)).stream().map(Future::resultNow))
                    .containsOnly(true);
        }

        await().atMost(SOON).until(() -> count("delivered_at IS NOT NULL", batch) == 1);
        assertThat(file(batch)).hasBinaryContent(written);
        assertThat(files()).isEqualTo(files);
        assertNothingAside();
    }

    /** The bank fetched the file and took it away before PostgreSQL noted that it lay there: a second one would pay twice. */
    @Test
    void whatTheBankTookAwayIsNotLaidAgain() throws IOException, SQLException {
        String batch = Ordered.released(Ordered.payments(2));
        await().atMost(SOON).until(() -> state(batch).equals("WRITTEN"));
        Files.delete(file(batch));
        sql("UPDATE outbox SET delivered_at = NULL WHERE aggregate = '" + batch + "'");

        relay.run();

        await().atMost(SOON).until(() -> count("delivered_at IS NOT NULL", batch) == 1);
        assertThat(file(batch)).doesNotExist();
        assertThat(state(batch)).isEqualTo("WRITTEN");
    }

    private static String state(String batch) {
        return As.user(Persona.KARIM).get("/v1/payment-batches/" + batch).path("state");
    }

    private static byte[] shown(String batch) {
        return As.user(Persona.KARIM)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/payment-batches/" + batch + "/file")
                .asByteArray();
    }

    private static Path file(String batch) {
        String number =
                As.user(Persona.KARIM).get("/v1/payment-batches/" + batch).path("number");
        return BankForTests.folder().resolve(number + ".xml");
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.list(BankForTests.folder())) {
            return files.count();
        }
    }

    private static void assertNothingAside() throws IOException {
        try (Stream<Path> files = Files.list(BankForTests.folder())) {
            assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("PAY-"));
        }
    }

    private static int count(String condition, String batch) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM outbox WHERE aggregate = '" + batch + "' AND " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
