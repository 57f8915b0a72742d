package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.PaymentFile;
import ma.riaya.acceptance.registry.RegistryCount;
import ma.riaya.acceptance.story.Answer;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Call;
import ma.riaya.acceptance.story.CampaignBooks;
import ma.riaya.acceptance.story.Envelope;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.StoryFailed;

/**
 * A campaign of one wave of 4,798 transfers, from the selection to the last answer of the bank.
 *
 * <p>Each step has a key of its own, so it can be sent again after anything, and is one step all the same.
 */
final class CampaignUnderFire {

    static final int TRANSFERS = 4_798;

    private static final String PROGRAMME = "AID_ADHA";
    private static final String OPENS = "nadia";
    private static final String APPROVES = "omar";
    private static final String PREPARES = "samira";
    private static final String RELEASES = "karim";

    private final RunningProduct product;
    private final Api api;
    private final BankSimulator bank;
    private final String name;
    private final Envelope envelope;
    private final String campaign;
    private String batch = "";
    private String number = "";

    /** One step: an attempt that fails may be made again. */
    record Step(String title, Runnable attempt) {}

    /** Opens the campaign; its envelope holds enough for a great many. */
    CampaignUnderFire(RunningProduct product, BankSimulator bank, String name, int year) {
        this.product = product;
        this.api = product.api();
        this.bank = bank;
        this.name = name;
        this.envelope = Envelope.allot(api, PROGRAMME, "HQ", year, "900000000.00");
        this.campaign = api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns")
                .key(name)
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

    List<Step> steps() {
        return List.of(
                new Step("select", this::select),
                new Step("propose", () -> wave(OPENS, "proposal").post().expect(200)),
                new Step("approve", () -> wave(APPROVES, "approval").post().expect(200)),
                new Step("order", this::order),
                new Step("release", this::release),
                new Step("file", this::file),
                new Step("pain.002", () -> bring("pain.002")),
                new Step("camt.054", () -> bring("camt.054")),
                new Step("camt.054 returns", () -> bring("camt.054-returns")));
    }

    void select() {
        api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves", campaign)
                .key(name + ":select")
                .post(Map.of(
                        "asOf",
                        RegistryCount.FIRST_WAVE.toString(),
                        "nameAr",
                        "المرحلة الأولى",
                        "nameFr",
                        "Première vague"))
                .expect(201);
    }

    private Call wave(String user, String act) {
        return api.as(user)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/1/{}", campaign, act)
                .key(name + ":" + act);
    }

    void order() {
        JsonNode ordered = wave(PREPARES, "payment-batch").post().expect(201).json();
        batch = ordered.path("id").asText();
        number = ordered.path("number").asText();
        assertThat(ordered.path("transfers").asInt()).isEqualTo(TRANSFERS);
    }

    void release() {
        api.as(RELEASES)
                .at(Service.WELFARE, "/v1/payment-batches/{}/release", batch)
                .key(name + ":release")
                .post()
                .expect(200);
    }

    /** Where the file for the bank lies, or will. */
    Path path() {
        return product.product().bank().outbox().resolve(number + ".xml");
    }

    void file() {
        if (!Files.isRegularFile(path()) || !view().path("state").asText().equals("WRITTEN")) {
            throw new StoryFailed(path() + " is not written yet");
        }
    }

    JsonNode view() {
        return api.as(PREPARES)
                .at(Service.WELFARE, "/v1/payment-batches/{}", batch)
                .get()
                .expect(200)
                .json();
    }

    /** Brings the bank's answer of this kind. */
    void bring(String kind) {
        try {
            bank.collect();
            bank.deliverReturns();
            Path answer = bank.answers().stream()
                    .filter(file -> file.getFileName().toString().endsWith("-" + kind + "-" + number + ".xml"))
                    .findFirst()
                    .orElseThrow();
            Answer taken = api.as(PREPARES)
                    .at(Service.WELFARE, "/v1/bank-files")
                    .key("bank-file:" + answer.getFileName())
                    .upload("application/xml", Files.readAllBytes(answer))
                    .expect(201);
            assertThat(taken.json().path("exceptions").asInt()).isZero();
            assertThat(taken.json().path("applied").asInt())
                    .isEqualTo(taken.json().path("lines").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing lost, nothing paid twice, and every book says the same. */
    String verify() throws IOException {
        PaymentFile file = PaymentFile.read(path());
        Set<String> sent = Set.copyOf(file.endToEndIds());
        assertThat(file.headersAgree()).isTrue();
        assertThat(sent).hasSize(TRANSFERS).hasSameSizeAs(file.endToEndIds());

        Set<String> refused = among(sent, bank.refusals().keySet());
        Set<String> returned = among(sent, bank.returns().keySet());
        Set<String> paid = among(sent, bank.credits().keySet());
        paid.removeAll(returned);
        assertThat(lines("PAID")).isEqualTo(paid);
        assertThat(lines("REFUSED")).isEqualTo(refused);
        assertThat(lines("RETURNED")).isEqualTo(returned);
        assertThat(paid.size() + refused.size() + returned.size()).isEqualTo(TRANSFERS);
        assertThat(bank.doubleCredits()).isEmpty();
        assertThat(bank.anomalies()).isEmpty();

        CampaignBooks.of(api, envelope).confirm(product.narrator(), envelope.figures(product.narrator()));
        BehindTheProduct.verify(product, batch, envelope.id());
        return "%s: %,d lines paid, %d refused, %d returned, none lost, none twice"
                .formatted(number, paid.size(), refused.size(), returned.size());
    }

    private Set<String> lines(String state) {
        Set<String> ids = new TreeSet<>();
        List<JsonNode> lines = api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/1/lines", campaign)
                .query("state", state)
                .all();
        lines.forEach(line -> ids.add(line.path("endToEndId").asText()));
        assertThat(ids).hasSameSizeAs(lines);
        return ids;
    }

    private static Set<String> among(Set<String> sent, Set<String> ids) {
        Set<String> both = new TreeSet<>(ids);
        both.retainAll(sent);
        return both;
    }
}
