package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.PaymentFile;

/** The way of a payment batch: released by a second person, taken by the bank, its answers brought back. */
final class BankDay {

    private static final String PREPARES = "samira";
    private static final String RELEASES = "karim";
    private static final Duration RELAY = Duration.ofMinutes(2);

    private final Api api;
    private final Run run;
    private final Narrator narrator;
    private final BankSimulator bank;
    private String file = "";

    BankDay(Api api, Run run, Narrator narrator, BankSimulator bank) {
        this.api = api;
        this.run = run;
        this.narrator = narrator;
        this.bank = bank;
    }

    /** Releases the batch, after its preparer was refused that, and answers the file for the bank. */
    PaymentFile release(String batch, int lines, BigDecimal sum) {
        Answer own = api.as(PREPARES)
                .at(Service.WELFARE, "/v1/payment-batches/{}/release", batch)
                .key(run.key("own-release:" + batch))
                .post();
        narrator.confirmRefused("who prepared the batch may not release it", own, "releaser-is-preparer");
        api.as(RELEASES)
                .at(Service.WELFARE, "/v1/payment-batches/{}/release", batch)
                .key(run.key("release:" + batch))
                .post()
                .expect(200);
        String number = api.as(RELEASES)
                .at(Service.WELFARE, "/v1/payment-batches/{}", batch)
                .get()
                .expect(200)
                .json()
                .path("number")
                .asText();
        file = number + ".xml";
        Path laid = api.product().bank().outbox().resolve(file);
        PaymentFile payment = read(Patience.await(
                "the payment file " + laid,
                RELAY,
                Duration.ofMillis(500),
                () -> Files.exists(laid) ? Optional.of(laid) : Optional.empty()));
        narrator.say("released by " + RELEASES + ": " + file);
        narrator.confirmThat(payment.headersAgree(), "number and sum in the file's headers are those of its lines");
        narrator.confirm("transfers in pain.001", lines, payment.endToEndIds().size());
        narrator.confirm(
                "different end-to-end ids",
                lines,
                Set.copyOf(payment.endToEndIds()).size());
        narrator.confirmSum("sum of pain.001", sum, payment.sum());
        return payment;
    }

    /** The bank reads what is new, and its answers are brought to welfare-service. */
    void answer() {
        try {
            List<String> fresh = bank.collect();
            narrator.say("the bank read " + (fresh.isEmpty() ? "nothing new" : fresh));
            carry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days later: the bank sends back what does not stay. */
    void sendBack() {
        try {
            bank.deliverReturns();
            carry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bank says of other files is for others to bring. */
    private void carry() throws IOException {
        for (Path answer : bank.answers()) {
            String name = answer.getFileName().toString();
            if (!name.endsWith("-" + file)) {
                continue;
            }
            Answer taken = api.as(PREPARES)
                    .at(Service.WELFARE, "/v1/bank-files")
                    .key("bank-file:" + name)
                    .upload("application/xml", Files.readAllBytes(answer))
                    .expect(201);
            if (!taken.isReplayed()) {
                JsonNode view = taken.json();
                narrator.say(String.format(
                        Locale.ROOT,
                        "%s: %,d lines, %,d applied, %,d exceptions",
                        name,
                        view.path("lines").asInt(),
                        view.path("applied").asInt(),
                        view.path("exceptions").asInt()));
                narrator.confirm("exceptions", 0, view.path("exceptions").asInt());
            }
        }
    }

    /** Every line of the payment ends where the bank's own book says. */
    Outcome reconcile(String batch, PaymentFile payment, BigDecimal each) {
        Set<String> sent = Set.copyOf(payment.endToEndIds());
        Set<String> refused = among(sent, bank.refusals().keySet());
        Set<String> returned = among(sent, bank.returns().keySet());
        Set<String> paid = among(sent, bank.credits().keySet());
        paid.removeAll(returned);
        narrator.confirmSame("lines paid", paid, ids(batch, "PAID"));
        narrator.confirmSame("lines refused by the bank", refused, ids(batch, "REFUSED"));
        narrator.confirmSame("lines returned", returned, ids(batch, "RETURNED"));
        narrator.confirm("lines that ended", sent.size(), paid.size() + refused.size() + returned.size());
        narrator.confirmThat(bank.doubleCredits().isEmpty(), "nothing was credited twice at the bank");
        return new Outcome(
                paid.size(), refused.size(), returned.size(), each.multiply(BigDecimal.valueOf(paid.size())));
    }

    /** How a batch ended, in lines, and what stays paid. */
    record Outcome(int paid, int refused, int returned, BigDecimal sumPaid) {}

    private List<String> ids(String batch, String state) {
        return api
                .as(PREPARES)
                .at(Service.WELFARE, "/v1/payment-batches/{}/lines", batch)
                .query("state", state)
                .all()
                .stream()
                .map(line -> line.path("endToEndId").asText())
                .toList();
    }

    private static Set<String> among(Set<String> sent, Set<String> ids) {
        return ids.stream().filter(sent::contains).collect(Collectors.toSet());
    }

    private static PaymentFile read(Path laid) {
        try {
            return PaymentFile.read(laid);
        } catch (IOException e) {
            throw new StoryFailed("the file for the bank cannot be read: " + e.getMessage(), e);
        }
    }
}
