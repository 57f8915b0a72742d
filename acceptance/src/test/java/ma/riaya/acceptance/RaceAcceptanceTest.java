package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.StoryFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once: an envelope is never overspent, and the same key has one effect and one answer. */
@ExtendWith(WholeProduct.class)
class RaceAcceptanceTest {

    private static final int CLIENTS = 200;
    private static final int ROOM = 50;
    private static final int REPEATS = 20;
    private static final String AMOUNT = "3000.00";
    private static final BigDecimal GRANT = new BigDecimal(AMOUNT);

    @Test
    void twoHundredApproveAtOnceWhereThereIsRoomForFifty(RunningProduct product) {
        Counter counter = Counter.atRabat(product);
        List<String> requests = AtOnce.times(CLIENTS, 4, client -> counter.proposed(counter.nextPerson(), AMOUNT));
        Envelope envelope = counter.envelope();
        Envelope.Figures before = envelope.figures(product.narrator());
        envelope.amend(
                Counter.key(),
                before.allotted().subtract(before.available()).add(GRANT.multiply(BigDecimal.valueOf(ROOM))));

        List<Answer> answers = AtOnce.clients(CLIENTS, client -> counter.approve(requests.get(client), Counter.key()));

        assertThat(answers.stream().filter(Answer::isSuccess)).hasSize(ROOM);
        assertThat(answers.stream().filter(answer -> !answer.isSuccess()))
                .hasSize(CLIENTS - ROOM)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.code()).isEqualTo("envelope-exhausted");
                });
        Envelope.Figures after = envelope.figures(product.narrator());
        assertThat(after.available()).isEqualByComparingTo("0.00");
        assertThat(after.reserved().subtract(before.reserved()))
                .isEqualByComparingTo(GRANT.multiply(BigDecimal.valueOf(ROOM)));
        assertThat(requests.stream()
                        .filter(request -> state(product, counter, request).equals("APPROVED")))
                .hasSize(ROOM);
        System.out.println(CLIENTS + " approvals at once: " + ROOM + " granted, " + (CLIENTS - ROOM)
                + " refused as envelope-exhausted");
        envelope.amend(Counter.key(), before.allotted().add(after.reserved()));
    }

    /** The registry is asked about each of them, and is well: who comes while it is busy waits for the turn, and nobody is sent away. */
    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void manyOpenAtOnceAndAllAreServed(int clients, RunningProduct product) {
        Counter counter = Counter.atRabat(product);
        List<String> people = AtOnce.times(clients, 4, client -> counter.nextPerson());
        long since = System.nanoTime();

        List<Answer> answers = AtOnce.clients(clients, client -> counter.open(people.get(client), Counter.key()));

        System.out.printf(
                "%d openings at once: answered in %d ms, %s%n",
                clients,
                (System.nanoTime() - since) / 1_000_000,
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())));
        assertThat(answers).allSatisfy(answer -> answer.expect(201));
    }

    private static String state(RunningProduct product, Counter counter, String request) {
        return product.api()
                .as(counter.officer())
                .at(Service.WELFARE, "/v1/aid-requests/{}", request)
                .get()
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    @Test
    void theSamePostTwentyTimesAtOnceHasOneEffectAndOneAnswer(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        String person = counter.nextPerson();
        String key = Counter.key();
        oneAnswer(201, () -> counter.open(person, key));
        assertThat(product.api()
                        .as(counter.officer())
                        .at(Service.WELFARE, "/v1/aid-requests")
                        .query("person", person)
                        .all())
                .hasSize(1);

        String request = counter.proposed(counter.nextPerson(), AMOUNT);
        Envelope envelope = counter.envelope();
        BigDecimal reserved = envelope.figures(product.narrator()).reserved();
        String approval = Counter.key();
        oneAnswer(200, () -> counter.approve(request, approval));
        assertThat(envelope.figures(product.narrator()).reserved().subtract(reserved))
                .isEqualByComparingTo(GRANT);

        payOnce(product, counter);
    }

    /** A batch of ten is prepared, released and answered, each by twenty calls at once. */
    private static void payOnce(RunningProduct product, Counter counter) throws IOException {
        List<String> payments = AtOnce.times(10, 2, line -> counter.ordered(AMOUNT));
        Map<String, List<String>> bulk = Map.of("disbursements", payments);
        String prepare = Counter.key();
        JsonNode batch = oneAnswer(
                201, () -> as(product, "samira", "/v1/payment-batches", prepare).post(bulk));
        assertThat(batch.path("lines").asInt()).isEqualTo(10);
        assertThat(batch.path("states").path("BATCHED").asInt()).isEqualTo(10);

        String address = "/v1/payment-batches/" + batch.path("id").asText() + "/release";
        String release = Counter.key();
        oneAnswer(200, () -> as(product, "karim", address, release).post());
        String file = batch.path("number").asText() + ".xml";
        Path outbox = product.product().bank().outbox();
        new Stubborn().until(() -> requireWritten(outbox.resolve(file)));
        try (Stream<Path> laid = Files.list(outbox);
                BankSimulator bank = product.bank()) {
            assertThat(laid.filter(path -> path.getFileName()
                            .toString()
                            .contains(batch.path("number").asText())))
                    .hasSize(1);
            bank.collect();
            bank.deliverReturns();
            for (Path answer : answersTo(bank, file)) {
                byte[] bytes = Files.readAllBytes(answer);
                JsonNode taken = oneAnswer(
                        201,
                        () -> as(product, "samira", "/v1/bank-files", "bank-file:" + answer.getFileName())
                                .upload("application/xml", bytes));
                assertThat(taken.path("applied").asInt())
                        .isEqualTo(taken.path("lines").asInt());
            }
            assertThat(bank.doubleCredits()).isEmpty();
        }
    }

    @Test
    void theSameBankFileUnderTwentyKeysIsTakenOnce(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = counter.sent(List.of(counter.ordered(AMOUNT), counter.ordered(AMOUNT)));
        String file = batch.path("number").asText() + ".xml";
        new Stubborn()
                .until(() -> requireWritten(product.product().bank().outbox().resolve(file)));
        try (BankSimulator bank = product.bank()) {
            bank.collect();
            bank.deliverReturns();
            for (Path answer : answersTo(bank, file)) {
                byte[] bytes = Files.readAllBytes(answer);
                // The one key among them is that under which others may bring it again later.
                List<Answer> answers = AtOnce.clients(
                        REPEATS,
                        client -> as(
                                        product,
                                        "samira",
                                        "/v1/bank-files",
                                        client == 0 ? "bank-file:" + answer.getFileName() : Counter.key())
                                .upload("application/xml", bytes));
                assertThat(answers.stream().filter(Answer::isSuccess)).hasSize(1);
                assertThat(answers.stream().filter(one -> !one.isSuccess())).allSatisfy(one -> {
                    assertThat(one.status()).isEqualTo(409);
                    assertThat(one.code()).isEqualTo("bank-file-already-received");
                });
            }
        }
    }

    private static void requireWritten(Path file) {
        if (!Files.exists(file)) {
            throw new StoryFailed(file + " is not written yet");
        }
    }

    private static List<Path> answersTo(BankSimulator bank, String file) {
        return bank.answers().stream()
                .filter(answer -> answer.getFileName().toString().endsWith("-" + file))
                .toList();
    }

    private static Call as(RunningProduct product, String user, String address, String key) {
        return product.api().as(user).at(Service.WELFARE, address).key(key);
    }

    /** Twenty callers at once are told the same; at most one of them was not told from memory. */
    private static JsonNode oneAnswer(int status, Supplier<Answer> call) {
        List<Answer> answers = AtOnce.clients(REPEATS, client -> call.get());
        assertThat(answers).allSatisfy(answer -> answer.expect(status));
        Set<String> bodies = answers.stream()
                .map(answer -> new String(answer.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(IntStream.range(0, REPEATS).filter(i -> !answers.get(i).isReplayed()))
                .hasSize(1);
        return answers.getFirst().json();
    }
}
