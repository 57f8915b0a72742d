package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import ma.riaya.acceptance.bank.BankFolders;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.Mischief;
import ma.riaya.acceptance.bank.Rates;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.StoryFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a bank may send that does not fit: each is refused whole, or its line is listed and changes nothing. */
@ExtendWith(WholeProduct.class)
class BankFilesAcceptanceTest {

    private static final String AMOUNT = "5000.00";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBookingOfAnotherAmountAndOneThatNobodyOrderedAreListedAndTheRestIsPaid(RunningProduct product)
            throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 3);
        Envelope.Figures before = counter.envelope().figures(product.narrator());
        List<Path> answers = answers(product, batch, Set.of(Mischief.WRONG_AMOUNT, Mischief.UNKNOWN_END_TO_END_ID));

        bring(product, answers.getFirst(), Counter.key()).expect(201);
        JsonNode booking =
                bring(product, answers.getLast(), Counter.key()).expect(201).json();

        assertThat(booking.path("lines").asInt()).isEqualTo(4);
        assertThat(booking.path("applied").asInt()).isEqualTo(2);
        assertThat(booking.path("exceptions").asInt()).isEqualTo(2);
        assertThat(codes(product, booking)).containsExactlyInAnyOrder("amount-differs", "end-to-end-id-unknown");
        assertThat(states(product, batch)).containsExactly("ACCEPTED", "PAID", "PAID");
        Envelope.Figures after = counter.envelope().figures(product.narrator());
        assertThat(after.paid().subtract(before.paid())).isEqualByComparingTo("10000.00");
        assertThat(before.committed().subtract(after.committed())).isEqualByComparingTo("10000.00");

        // The bank books it rightly after all, under an id of its own: what was paid stays as it is.
        JsonNode corrected = bring(
                        product,
                        answers(product, batch, Set.of(Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID))
                                .getLast(),
                        Counter.key())
                .expect(201)
                .json();
        assertThat(corrected.path("applied").asInt()).isEqualTo(1);
        assertThat(corrected.path("already").asInt()).isEqualTo(2);
        assertThat(states(product, batch)).containsExactly("PAID", "PAID", "PAID");
        assertThat(counter.envelope().figures(product.narrator()).paid().subtract(before.paid()))
                .isEqualByComparingTo("15000.00");
    }

    @Test
    void theSameFileUnderAnotherKeyIsRefusedByTheNameOfTheFirst(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 1);
        for (Path answer : answers(product, batch, Set.of())) {
            String first = bring(product, answer, Counter.key())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            Answer again = bring(product, answer, Counter.key()).expectRefusal(409);
            assertThat(again.code()).isEqualTo("bank-file-already-received");
            assertThat(again.json().path("detail").asText()).contains(first);
        }
        assertThat(states(product, batch)).containsExactly("PAID");
    }

    @Test
    void aDebitToldTwiceWithoutAReferenceIsForAPerson(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 2);
        Envelope.Figures before = counter.envelope().figures(product.narrator());
        List<Path> answers =
                answers(product, batch, Set.of(Mischief.WITHOUT_REFERENCE, Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID));
        for (Path answer : answers.subList(0, answers.size() - 1)) {
            bring(product, answer, Counter.key()).expect(201);
        }
        JsonNode last =
                bring(product, answers.getLast(), Counter.key()).expect(201).json();
        assertThat(last.path("exceptions").asInt()).isEqualTo(2);
        assertThat(codes(product, last)).containsExactly("possible-double-debit");
        assertThat(states(product, batch)).containsExactly("PAID", "PAID");
        assertThat(counter.envelope().figures(product.narrator()).paid().subtract(before.paid()))
                .isEqualByComparingTo("10000.00");
    }

    @Test
    void anotherMessageUnderAKnownIdIsRefusedByTheNameOfTheFirst(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 1);
        List<Path> answers = answers(product, batch, Set.of(Mischief.ANOTHER_BOOKING_UNDER_THE_SAME_ID));
        bring(product, answers.get(0), Counter.key()).expect(201);
        String first = bring(product, answers.get(1), Counter.key())
                .expect(201)
                .json()
                .path("id")
                .asText();

        Answer other = bring(product, answers.get(2), Counter.key()).expectRefusal(409);

        assertThat(other.code()).isEqualTo("bank-file-message-id-used");
        assertThat(other.json().path("detail").asText()).contains(first);
        assertThat(states(product, batch)).containsExactly("PAID");
    }

    @Test
    void theBankMayAnswerTwiceOutOfOrderAndAgain(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 2);
        Envelope.Figures before = counter.envelope().figures(product.narrator());
        for (Path answer :
                answers(product, batch, Set.of(Mischief.ANSWER_OUT_OF_ORDER, Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID))) {
            JsonNode taken = bring(product, answer, Counter.key()).expect(201).json();
            assertThat(taken.path("exceptions").asInt()).isZero();
        }
        assertThat(states(product, batch)).containsExactly("PAID", "PAID");
        assertThat(counter.envelope().figures(product.narrator()).paid().subtract(before.paid()))
                .isEqualByComparingTo("10000.00");
    }

    @Test
    void whatIsNoBankFileIsRefusedWhole(RunningProduct product) throws IOException {
        Counter counter = Counter.atErrachidia(product);
        JsonNode batch = sent(product, counter, 1);
        String booking = Files.readString(answers(product, batch, Set.of()).getLast());
        String root = booking.substring(booking.indexOf("<Document"));

        refused(product, "<!DOCTYPE Document>" + root, 422, "bank-file-with-dtd");
        refused(
                product,
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + root.replace(AMOUNT, "&x;"),
                422,
                "bank-file-with-dtd");
        refused(product, root.substring(0, root.length() / 2), 400, "bank-file-malformed");
        refused(product, root.replace(AMOUNT, "-1.00"), 422, "bank-file-amount-malformed");
        refused(product, root.replace(AMOUNT, AMOUNT + "0"), 422, "bank-file-amount-malformed");
        refused(product, root.replace("<Ntry>", "<Ntry xmlns=\"urn:others\">"), 422, "bank-file-element-unexpected");
        refused(product, root.replace("<CdtDbtInd>DBIT</CdtDbtInd>", ""), 422, "bank-file-element-missing");
        String statement =
                root.replace("camt.054.001.08", "camt.053.001.08").replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt");
        refused(product, statement, 422, "bank-file-unknown-kind");
        refused(product, "{\"lines\":[]}", 400, "bank-file-malformed");

        assertThat(states(product, batch)).containsExactly("SENT");
    }

    private static void refused(RunningProduct product, String file, int status, String code) {
        Answer answer = product.api()
                .as("samira")
                .at(Service.WELFARE, "/v1/bank-files")
                .key(Counter.key())
                .upload("application/xml", file.getBytes(StandardCharsets.UTF_8))
                .expectRefusal(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    /** A batch of so many payments whose file lies before the bank. */
    private static JsonNode sent(RunningProduct product, Counter counter, int payments) {
        JsonNode batch = counter.sent(AtOnce.times(payments, 1, line -> counter.ordered(AMOUNT)));
        Path file = file(product, batch);
        new Stubborn().until(() -> {
            if (!Files.exists(file)) {
                throw new StoryFailed(file + " is not written yet");
            }
        });
        return batch;
    }

    private static Path file(RunningProduct product, JsonNode batch) {
        return product.product().bank().outbox().resolve(batch.path("number").asText() + ".xml");
    }

    /** What a bank of its own says to this file alone. */
    private List<Path> answers(RunningProduct product, JsonNode batch, Set<Mischief> mischief) throws IOException {
        Path beside = Files.createTempDirectory(folder, "bank");
        Path outbox = Files.createDirectory(beside.resolve("outbox"));
        Path file = file(product, batch);
        Files.copy(file, outbox.resolve(file.getFileName()));
        BankFolders folders = new BankFolders(outbox, beside.resolve("inbox"), beside.resolve("ledger.txt"));
        try (BankSimulator bank =
                BankSimulator.open(folders, BankSimulator.USUAL_SEED, Rates.FLAWLESS, mischief, Clock.systemUTC())) {
            bank.collect();
            return bank.answers();
        }
    }

    private static Answer bring(RunningProduct product, Path file, String key) throws IOException {
        return product.api()
                .as("samira")
                .at(Service.WELFARE, "/v1/bank-files")
                .key(key)
                .upload("application/xml", Files.readAllBytes(file));
    }

    private static Set<String> codes(RunningProduct product, JsonNode bankFile) {
        String id = bankFile.path("id").asText();
        return product.api().as("samira").at(Service.WELFARE, "/v1/bank-exceptions").all().stream()
                .filter(line -> line.path("bankFile").asText().equals(id))
                .map(line -> line.path("exception").path("code").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> states(RunningProduct product, JsonNode batch) {
        JsonNode items = product.api()
                .as("samira")
                .at(
                        Service.WELFARE,
                        "/v1/payment-batches/{}/lines",
                        batch.path("id").asText())
                .get()
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(line -> line.path("state").asText())
                .toList();
    }
}
