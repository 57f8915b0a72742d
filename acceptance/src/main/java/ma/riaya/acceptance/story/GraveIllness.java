package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.registry.KnownPersons;

/** A widow in Errachidia asks for help with a grave illness: from the counter to money confirmed by the bank. */
public final class GraveIllness {

    static final String PROGRAMME = "SERIOUS_ILLNESS";

    private static final BigDecimal GRANT = new BigDecimal("12000.00");
    private static final String OFFICE = "ERR";
    private static final String RECEIVES = "aicha";
    private static final String DECIDES = "hassan";
    private static final String PAYS = "samira";

    private final Api api;
    private final Run run;
    private final Narrator narrator;
    private final BankDay bankDay;
    private final int year;

    public GraveIllness(Api api, Run run, Narrator narrator, BankSimulator bank, InstantSource clock) {
        this.api = api;
        this.run = run;
        this.narrator = narrator;
        this.bankDay = new BankDay(api, run, narrator, bank);
        this.year = businessYear(clock);
    }

    /** The year that the files of today belong to. */
    static int businessYear(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Casablanca"))
                .getYear();
    }

    public void tell() {
        narrator.title("A widow in Errachidia asks for help with a grave illness");
        Envelope envelope = Envelope.find(api, PAYS, PROGRAMME, OFFICE, year);
        Envelope.Figures before = envelope.figures(narrator);
        String person = find();
        String request = receive(person);
        propose(request);
        boolean fresh = decide(request);
        if (fresh) {
            narrator.confirmSum(
                    "reserved for her",
                    GRANT,
                    envelope.figures(narrator).reserved().subtract(before.reserved()));
        }
        pay(request);
        if (fresh) {
            narrator.confirmSum(
                    "paid to her", GRANT, envelope.figures(narrator).paid().subtract(before.paid()));
        }
        history(request);
    }

    private String find() {
        narrator.step(RECEIVES
                + " receives her at the counter and looks for her name as she hears it, then as it is written.");
        found(KnownPersons.FATIMA_ZAHRA_AS_HEARD);
        return found(KnownPersons.FATIMA_ZAHRA_AS_WRITTEN);
    }

    /** Namesakes live elsewhere too: of another office's people the officer is told the name and the office alone. */
    private String found(String asked) {
        JsonNode items = api.as(RECEIVES)
                .at(Service.BENEFICIARY, "/v1/persons/search")
                .post(Map.of("q", asked))
                .expect(200)
                .json()
                .path("items");
        narrator.say("asked for " + Narrator.arabic(asked) + ", found " + items.size() + ":");
        items.forEach(item -> narrator.say("  " + named(item)));
        JsonNode ours = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("office").asText().equals(OFFICE))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("nobody of " + OFFICE + " was found"));
        narrator.confirm(
                "the first of the office is",
                KnownPersons.FATIMA_ZAHRA,
                ours.path("reference").asText());
        return ours.path("id").asText();
    }

    private static String named(JsonNode person) {
        return Narrator.arabic(person.path("givenNameAr").asText() + " "
                        + person.path("familyNameAr").asText())
                + " (" + person.path("givenNameLatin").asText() + " "
                + person.path("familyNameLatin").asText() + "), "
                + person.path("office").asText("no office") + ", "
                + person.path("why").asText();
    }

    private String receive(String person) {
        narrator.step("The request is written down, the medical certificate added, the receipt given.");
        Answer opened = api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests")
                .key(run.key("request"))
                .post(Map.of(
                        "personId",
                        person,
                        "programme",
                        PROGRAMME,
                        "situation",
                        "أرملة متقاعد، تعالج من مرض مزمن خطير ولا تغطي التعاضدية كل المصاريف",
                        "channel",
                        "COUNTER"))
                .expect(201);
        narrator.begin(run, opened);
        String request = opened.json().path("id").asText();
        byte[] certificate = certificate();
        JsonNode document = api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/documents", request)
                .key(run.key("certificate"))
                .document("MEDICAL_CERTIFICATE", "certificat médical.pdf")
                .upload("application/pdf", certificate)
                .expect(201)
                .json();
        byte[] kept = api.as(DECIDES)
                .at(
                        Service.WELFARE,
                        "/v1/aid-requests/{}/documents/{}",
                        request,
                        document.path("id").asText())
                .purpose("AID_INSTRUCTION")
                .get()
                .expect(200)
                .bytes();
        narrator.confirmThat(Arrays.equals(certificate, kept), "the certificate is kept byte for byte");
        api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/submission", request)
                .key(run.key("submission"))
                .post()
                .expect(200, 201);
        String number = view(RECEIVES, request).path("number").asText();
        narrator.confirmThat(number.matches(OFFICE + "-" + year + "-\\d{6}"), "the receipt bears the number " + number);
        return request;
    }

    private void propose(String request) {
        narrator.step(RECEIVES + " examines the file and proposes " + Dirhams.shown(GRANT) + ".");
        api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/review", request)
                .key(run.key("review"))
                .post()
                .expect(200, 201);
        api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/proposal", request)
                .key(run.key("proposal"))
                .post(Map.of(
                        "amount", Dirhams.body(GRANT.toPlainString()), "reasons", "مصاريف علاج غير مغطاة ومعاش ضعيف"))
                .expect(200, 201);
    }

    /** Approves by another officer; answers whether that happened now, and not in a former run. */
    private boolean decide(String request) {
        narrator.step(RECEIVES + ", who is also deputy head, tries to approve it herself.");
        Map<String, String> reasons = Map.of("reasons", "الملف كامل والوضعية الاجتماعية مثبتة");
        Answer own = api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/approval", request)
                .key(run.key("own-approval"))
                .post(reasons);
        narrator.confirmRefused("who proposed may not approve", own, "approver-is-proposer", "approver-instructed");
        narrator.step(DECIDES + ", the head of the office, approves.");
        return !api.as(DECIDES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/approval", request)
                .key(run.key("approval"))
                .post(reasons)
                .expect(200, 201)
                .isReplayed();
    }

    private void pay(String request) {
        narrator.step(PAYS + " of finance orders the payment, and it goes to the bank.");
        api.as(PAYS)
                .at(Service.WELFARE, "/v1/aid-requests/{}/order", request)
                .key(run.key("order"))
                .post()
                .expect(200, 201);
        JsonNode disbursement = view(PAYS, request).path("disbursement");
        String batch = api.as(PAYS)
                .at(Service.WELFARE, "/v1/payment-batches")
                .key(run.key("batch"))
                .post(Map.of("disbursements", List.of(disbursement.path("id").asText())))
                .expect(201)
                .json()
                .path("id")
                .asText();
        var payment = bankDay.release(batch, 1, GRANT);
        narrator.confirm(
                "end-to-end id of the file is that of the decision",
                disbursement.path("endToEndId").asText(),
                payment.endToEndIds().getFirst());

        narrator.step("The bank answers.");
        bankDay.answer();
        bankDay.sendBack();
        narrator.confirm(
                "lines paid", 1, bankDay.reconcile(batch, payment, GRANT).paid());
        JsonNode paid = view(RECEIVES, request);
        narrator.confirm(
                "the payment is",
                "PAID",
                paid.path("disbursement").path("state").asText());
        narrator.confirm("the request is", "PAID", paid.path("state").asText());
    }

    private void history(String request) {
        narrator.step("What the file tells of itself:");
        Map<String, String> names =
                Stream.of(RECEIVES, DECIDES, PAYS).collect(Collectors.toMap(api::subjectOf, name -> name));
        List<String> told = new ArrayList<>();
        api.as(RECEIVES)
                .at(Service.WELFARE, "/v1/aid-requests/{}/history", request)
                .get()
                .expect(200)
                .json()
                .path("items")
                .forEach(move -> {
                    String by = move.path("actor").asText();
                    told.add(move.path("toState").asText() + " by " + names.getOrDefault(by, by));
                    narrator.say(move.path("occurredAt").asText() + "  " + told.getLast());
                });
        narrator.confirm(
                "each move, with who made it",
                List.of(
                        "DRAFT by " + RECEIVES,
                        "SUBMITTED by " + RECEIVES,
                        "UNDER_REVIEW by " + RECEIVES,
                        "PROPOSED by " + RECEIVES,
                        "APPROVED by " + DECIDES,
                        "ORDERED by " + PAYS,
                        "PAID by " + PAYS),
                told);
    }

    private JsonNode view(String user, String request) {
        return api.as(user)
                .at(Service.WELFARE, "/v1/aid-requests/{}", request)
                .get()
                .expect(200)
                .json();
    }

    /** A small, whole PDF: enough for a store that looks at what it is given. */
    private static byte[] certificate() {
        return """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
                trailer << /Root 1 0 R >>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }
}
