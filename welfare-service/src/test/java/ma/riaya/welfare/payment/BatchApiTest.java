package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.kit.identity.Roles;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** A batch from its preparation by one finance officer to its file, released by another. */
@QuarkusTest
class BatchApiTest {

    @Test
    void oneFinanceOfficerPreparesAndAnotherReleases() {
        List<UUID> payments = Ordered.payments(3);

        String batch = As.once(Persona.SAMIRA)
                .body(Ordered.body(payments))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/payment-batches/[0-9a-f-]{36}"))
                .body("number", matchesPattern("PAY-[0-9]{4}-[0-9]{6}"))
                .body("state", equalTo("PREPARED"))
                .body("lines", equalTo(3))
                .body("total.amount", equalTo("15000.00"))
                .body("states.BATCHED", equalTo(3))
                .body("releasedBy", nullValue())
                .body("actions", empty())
                .extract()
                .path("id");
        As.user(Persona.KARIM)
                .get("/v1/payment-batches/" + batch)
                .then()
                .statusCode(200)
                .body("actions", contains("release"));
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200)
                .body("contentSha256", matchesPattern("[0-9a-f]{64}"))
                .body("states.SENT", equalTo(3))
                .body("releasedBy", equalTo(Persona.KARIM.subject()));
        As.user(Persona.DRISS)
                .get("/v1/payment-batches/" + batch + "/lines?state=SENT&limit=2")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(payments.get(0).toString(), payments.get(1).toString()))
                .body("items.position", contains(1, 2))
                .body("next", notNullValue());
        As.user(Persona.DRISS)
                .get("/v1/disbursements/" + payments.getFirst() + "/history")
                .then()
                .body("items.toState", contains("ORDERED", "BATCHED", "SENT"));
    }

    @Test
    void theFileSaysWhatTheBatchSays() {
        List<UUID> payments = Ordered.payments(2);
        String batch = Ordered.released(payments);

        Response file = As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/payment-batches/" + batch + "/file");

        file.then().statusCode(200).contentType("application/xml");
        byte[] bytes = file.asByteArray();
        MxPain00100109 read = MxPain00100109.parse(new String(bytes, StandardCharsets.UTF_8));
        assertThat(read.getCstmrCdtTrfInitn().getGrpHdr().getCtrlSum()).isEqualByComparingTo("10000.00");
        assertThat(read.getCstmrCdtTrfInitn().getPmtInf().getFirst().getCdtTrfTxInf())
                .extracting(one -> one.getPmtId().getEndToEndId())
                .containsExactly(Disbursements.endToEndId(payments.get(0)), Disbursements.endToEndId(payments.get(1)));
        As.user(Persona.SAMIRA)
                .get("/v1/payment-batches/" + batch)
                .then()
                .body("contentSha256", equalTo(BatchBook.hex(PaymentFiles.sha256(bytes))));
    }

    @Test
    void theAccountsAreShownForPaymentOnly() {
        String path = "/v1/payment-batches/" + Ordered.released(Ordered.payments(1)) + "/file";

        refused(As.user(Persona.SAMIRA).get(path), 400, "purpose-missing");
        refused(As.user(Persona.SAMIRA).header("Riaya-Purpose", "AUDIT").get(path), 403, "purpose-not-covered");
        refused(As.user(Persona.DRISS).header("Riaya-Purpose", "PAYMENT").get(path), 403, "role-missing");
    }

    @Test
    void whoPreparedDoesNotRelease() {
        String batch = Ordered.prepared(Ordered.payments(1));

        refused(As.once(Persona.SAMIRA).post("/v1/payment-batches/" + batch + "/release"), 403, "releaser-is-preparer");
        refused(
                As.user(Persona.SAMIRA)
                        .header("Riaya-Purpose", "PAYMENT")
                        .get("/v1/payment-batches/" + batch + "/file"),
                409,
                "payment-batch-not-released");
    }

    /** HASSAN approved; that he is of finance too changes nothing. */
    @Test
    void whoApprovedTakesNoPartInPaying() {
        List<UUID> payments = Ordered.payments(1);

        refused(hassanOfFinance().body(Ordered.body(payments)).post("/v1/payment-batches"), 403, "payer-is-approver");
        String batch = Ordered.prepared(payments);
        hassanOfFinance().get("/v1/payment-batches/" + batch).then().body("actions", empty());
        refused(hassanOfFinance().post("/v1/payment-batches/" + batch + "/release"), 403, "payer-is-approver");
    }

    private static RequestSpecification hassanOfFinance() {
        return As.withToken(IdentityProvider.token(
                        Persona.HASSAN, Map.of("realm_access", Map.of("roles", List.of(Roles.FINANCE)))))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void aBatchIsReleasedOnce() {
        String batch = Ordered.released(Ordered.payments(1));

        refused(
                As.once(Persona.KARIM).post("/v1/payment-batches/" + batch + "/release"),
                409,
                "payment-batch-already-released");
    }

    @Test
    void aPaymentIsInOneBatchWhateverIsAskedAtOnce() throws Exception {
        List<UUID> payments = Ordered.payments(1);
        Callable<Integer> preparing = () -> As.once(Persona.SAMIRA)
                .body(Ordered.body(payments))
                .post("/v1/payment-batches")
                .statusCode();

        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = eight.invokeAll(Collections.nCopies(8, preparing)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201);
        }
    }

    @Test
    void whatIsNotOrderedCannotBeBatched() {
        List<UUID> payments = Ordered.payments(1);
        UUID id = payments.getFirst();

        refused(prepare(List.of(id, id)), 409, "disbursements-not-ready");
        refused(prepare(List.of(id, UUID.randomUUID())), 409, "disbursements-not-ready");
        refused(prepare(List.of(UUID.randomUUID())), 409, "disbursements-not-ready");
        refused(
                As.once(Persona.SAMIRA).body("{\"disbursements\": []}").post("/v1/payment-batches"),
                422,
                "body-invalid");
        As.user(Persona.SAMIRA)
                .get("/v1/disbursements/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("batch", nullValue());
    }

    @Test
    void whatIsUnknownIsSaidByName() {
        UUID nothing = UUID.randomUUID();

        refused(As.user(Persona.KARIM).get("/v1/payment-batches/" + nothing), 404, "payment-batch-unknown");
        refused(As.user(Persona.KARIM).get("/v1/payment-batches/" + nothing + "/lines"), 404, "payment-batch-unknown");
        refused(
                As.once(Persona.KARIM).post("/v1/payment-batches/" + nothing + "/release"),
                404,
                "payment-batch-unknown");
        refused(As.user(Persona.KARIM).get("/v1/disbursements/" + nothing), 404, "disbursement-unknown");
        refused(As.user(Persona.KHADIJA).get("/v1/payment-batches"), 403, "role-missing");
        As.user(Persona.DRISS)
                .get("/v1/payment-batches?state=PREPARED&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private static Response prepare(List<UUID> ids) {
        return As.once(Persona.SAMIRA).body(Ordered.body(ids)).post("/v1/payment-batches");
    }

    static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
