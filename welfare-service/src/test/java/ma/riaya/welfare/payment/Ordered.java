package ma.riaya.welfare.payment;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.AidRequestsForTests;
import ma.riaya.welfare.campaign.Adha;
import ma.riaya.welfare.campaign.People;

/** Payments to begin a test with, brought there by the calls that people make. */
public final class Ordered {

    /** What each decision pays. */
    static final String EACH = "5000.00";

    private Ordered() {}

    /** Payments sent to the bank, 1000.00 each, from an envelope of their own that holds just that. */
    record Sent(String envelope, String batch, String number, List<UUID> ids) {
        String reference(int number) {
            return Disbursements.endToEndId(ids.get(number));
        }
    }

    /** Payments of decisions that HASSAN took and SAMIRA ordered; no batch carries them. */
    static List<UUID> payments(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> AidRequestsForTests.ordered(EACH))
                .map(request ->
                        AidRequestsForTests.read(Persona.SAMIRA, request).<String>path("disbursement.id"))
                .map(UUID::fromString)
                .toList();
    }

    /** Payments of a campaign's wave, batched by SAMIRA and released by KARIM. */
    static Sent sent(int count) {
        People people = new People();
        IntStream.range(0, count).forEach(i -> people.widow("1500.00"));
        people.answered(Math.max(count, 1));
        Adha adha = Adha.opened(count + "000.00");
        adha.selected("2025-07-01");
        String batch = adha.approved(1).sent(1);
        List<String> ids = As.user(Persona.KARIM)
                .get("/v1/payment-batches/" + batch + "/lines?limit=200")
                .path("items.id");
        return new Sent(
                adha.envelope(),
                batch,
                As.user(Persona.KARIM).get("/v1/payment-batches/" + batch).path("number"),
                ids.stream().map(UUID::fromString).toList());
    }

    /** Prepared by SAMIRA. */
    static String prepared(List<UUID> payments) {
        return As.once(Persona.SAMIRA)
                .body(body(payments))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Prepared by SAMIRA and released by KARIM. */
    public static String released(List<UUID> payments) {
        String batch = prepared(payments);
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        return batch;
    }

    static String body(List<UUID> ids) {
        return "{\"disbursements\": [\""
                + String.join("\", \"", ids.stream().map(UUID::toString).toList()) + "\"]}";
    }
}
