package ma.riaya.welfare.payment;

import static ma.riaya.welfare.payment.BankMessages.announced;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static ma.riaya.welfare.payment.BankMessages.status;
import static ma.riaya.welfare.payment.BankMessages.transaction;
import static ma.riaya.welfare.payment.BatchApiTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bank answers, and what it does to payments and envelopes. */
@QuarkusTest
class BankFileApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void acceptedPaidRefusedAndReturned() {
        Ordered.Sent payments = Ordered.sent(4);
        String number = payments.number();
        String[] ref = references(payments);

        taken(status(
                        "S-1",
                        number,
                        "<GrpSts>PART</GrpSts>",
                        transaction(ref[0], "ACSP", ""),
                        transaction(ref[1], "RJCT", "AC04")))
                .body("kind", equalTo("PAIN_002"))
                .body("messageId", equalTo("S-1"))
                .body("lines", equalTo(2))
                .body("applied", equalTo(2));
        assertStates(payments, "ACCEPTED", "REFUSED", "SENT", "SENT");
        assertEnvelope(payments, "3000.00", "0.00", "1000.00");

        taken(bookings("N-1", debit(ref[0], "1000.00"), debit(ref[2], "1000.00"), announced(ref[3], "1000.00")))
                .body("applied", equalTo(2))
                .body("noted", equalTo(1));
        assertStates(payments, "PAID", "REFUSED", "PAID", "SENT");
        assertEnvelope(payments, "1000.00", "2000.00", "1000.00");

        taken(bookings("N-2", comeback(ref[2], "1000.00", "AC06"))).body("applied", equalTo(1));
        assertStates(payments, "PAID", "REFUSED", "RETURNED", "SENT");
        assertEnvelope(payments, "1000.00", "1000.00", "2000.00");
        As.user(Persona.DRISS)
                .get("/v1/disbursements/" + payments.ids().get(2) + "/history")
                .then()
                .body("items.toState", contains("ORDERED", "BATCHED", "SENT", "PAID", "RETURNED"))
                .body("items[4].reason", equalTo("AC06"))
                .body("items[4].bankFile", notNullValue());
    }

    @Test
    void theOrderInWhichTheBankSpeaksDoesNotMatter() {
        Ordered.Sent payments = Ordered.sent(2);
        String number = payments.number();
        String[] ref = references(payments);

        taken(bookings("N-3", debit(ref[0], "1000.00")));
        taken(bookings("N-4", comeback(ref[1], "1000.00", "MD07")));
        taken(status("S-3", number, "<GrpSts>ACCP</GrpSts>"))
                .body("already", equalTo(2))
                .body("lines", equalTo(2));
        taken(bookings("N-5", debit(ref[1], "1000.00"))).body("already", equalTo(1));

        assertStates(payments, "PAID", "RETURNED");
        assertEnvelope(payments, "0.00", "1000.00", "1000.00");
    }

    @Test
    void aBatchRefusedWholeGivesEverythingBack() {
        Ordered.Sent payments = Ordered.sent(3);
        String number = payments.number();

        taken(status("S-4", number, "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>"))
                .body("lines", equalTo(3))
                .body("applied", equalTo(3));

        assertStates(payments, "REFUSED", "REFUSED", "REFUSED");
        assertEnvelope(payments, "0.00", "0.00", "3000.00");
    }

    /** The bank may refuse a payment information within a group that it took on: the nearer word counts. */
    @Test
    void whatIsSaidOfThePaymentInformationOutranksTheGroup() {
        Ordered.Sent payments = Ordered.sent(2);

        taken(whole("S-20", payments, "<GrpSts>ACTC</GrpSts>", "RJCT", "AC01"))
                .body("lines", equalTo(2))
                .body("applied", equalTo(2));

        assertStates(payments, "REFUSED", "REFUSED");
        assertEnvelope(payments, "0.00", "0.00", "2000.00");
    }

    @Test
    void aPaymentNamedWithoutAStatusHasThatOfItsPaymentInformation() {
        Ordered.Sent payments = Ordered.sent(2);
        String named = "<TxInfAndSts><OrgnlEndToEndId>" + payments.reference(0) + "</OrgnlEndToEndId></TxInfAndSts>";

        taken(whole("S-21", payments, "", "RJCT", "AC01", named))
                .body("lines", equalTo(2))
                .body("applied", equalTo(2));

        assertStates(payments, "REFUSED", "REFUSED");
        As.user(Persona.DRISS)
                .get("/v1/disbursements/" + payments.ids().getFirst() + "/history")
                .then()
                .body("items[-1].reason", equalTo("AC01"));
    }

    @Test
    void noWordOnAWholeBatchIsLost() {
        Ordered.Sent payments = Ordered.sent(2);

        for (String unknown : List.of("CANC", "BLCK")) {
            String file = taken(status("S-" + unknown, payments.number(), "<GrpSts>" + unknown + "</GrpSts>"))
                    .body("lines", equalTo(1))
                    .body("exceptions", equalTo(1))
                    .extract()
                    .path("id");
            As.user(Persona.KARIM)
                    .get("/v1/bank-files/" + file + "/lines")
                    .then()
                    .body("items.exception.code", contains("status-unknown"))
                    .body("items.batchNumber", contains(payments.number()));
        }
        taken(status("S-22", payments.number(), "<GrpSts>PDNG</GrpSts>"))
                .body("lines", equalTo(1))
                .body("noted", equalTo(1));
        refused(send(status("S-23", "", "<GrpSts>RJCT</GrpSts>")), 422, "bank-file-element-missing");

        assertStates(payments, "SENT", "SENT");
    }

    @Test
    void whatDoesNotFitChangesNothingAndIsListed() {
        Ordered.Sent payments = Ordered.sent(3);
        String[] ref = references(payments);
        String unknown = "RY00000000000070008000000000000000";

        String file = taken(bookings(
                        "N-6",
                        debit(ref[0], "1001.00"),
                        debit(unknown, "1000.00"),
                        debit(ref[1], "1000.00").replace("<EndToEndId>" + ref[1] + "</EndToEndId>", ""),
                        debit(ref[2], "1000.00")))
                .body("applied", equalTo(1))
                .body("exceptions", equalTo(3))
                .extract()
                .path("id");

        assertStates(payments, "SENT", "SENT", "PAID");
        assertEnvelope(payments, "2000.00", "1000.00", "0.00");
        As.user(Persona.KARIM)
                .get("/v1/bank-files/" + file + "/lines?outcome=EXCEPTION")
                .then()
                .statusCode(200)
                .body(
                        "items.exception.code",
                        contains("amount-differs", "end-to-end-id-unknown", "end-to-end-id-missing"))
                .body("items.exception.explanation", everyItem(notNullValue()))
                .body("items[0].amount.amount", equalTo("1001.00"))
                .body("items[0].disbursement", equalTo(payments.ids().getFirst().toString()))
                .body("items[1].disbursement", nullValue());
        As.user(Persona.DRISS)
                .header("Accept-Language", "fr")
                .get("/v1/bank-exceptions?limit=200")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.bankFile == '" + file + "' }.exception.explanation[1]",
                        equalTo(
                                "La banque nomme un paiement qui n’a jamais été ordonné ici : demandez-lui de quoi il s’agit."));
    }

    @Test
    void theSameFileIsTakenOnce() {
        Ordered.Sent payments = Ordered.sent(1);
        String file = bookings("N-7", debit(payments.reference(0), "1000.00"));
        String first = taken(file).extract().path("id");

        send(file)
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-file-already-received"))
                .body("parameters.bankFile", equalTo(first))
                .body("parameters.messageId", equalTo("N-7"));
        taken(file.replace("N-7", "N-8")).body("already", equalTo(0)).body("exceptions", equalTo(1));

        assertEnvelope(payments, "0.00", "1000.00", "0.00");
    }

    @Test
    void theSameFileTwentyTimesAtOnce() throws Exception {
        Ordered.Sent payments = Ordered.sent(1);
        String file = bookings("N-9", debit(payments.reference(0), "1000.00"));
        Callable<Integer> sending = () -> send(file).statusCode();

        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            List<Integer> statuses = many.invokeAll(Collections.nCopies(20, sending)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertEnvelope(payments, "0.00", "1000.00", "0.00");
    }

    @Test
    void twoFilesOverTheSamePaymentsAtOnce() throws Exception {
        Ordered.Sent payments = Ordered.sent(40);
        String number = payments.number();
        String[] ref = references(payments);
        String[] debits = new String[40];
        String[] backwards = new String[40];
        for (int i = 0; i < 40; i++) {
            debits[i] = debit(ref[i], "1000.00");
            backwards[39 - i] = comeback(ref[i], "1000.00", "AC04");
        }
        List<Callable<Integer>> sending = List.of(
                () -> send(bookings("N-10", debits)).statusCode(),
                () -> send(bookings("N-11", backwards)).statusCode(),
                () -> send(status("S-10", number, "<GrpSts>ACCP</GrpSts>")).statusCode());

        try (ExecutorService three = Executors.newFixedThreadPool(3)) {
            assertThat(three.invokeAll(sending).stream().map(Future::resultNow)).containsOnly(201);
        }
        assertStates(payments, Collections.nCopies(40, "RETURNED").toArray(String[]::new));
        assertEnvelope(payments, "0.00", "0.00", "40000.00");
    }

    @Test
    void whoMayBringWhat() {
        refused(As.once(Persona.KARIM).body("{}").post("/v1/bank-files"), 415, "media-type-unsupported");
        refused(
                As.once(Persona.DRISS)
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/v1/bank-files"),
                403,
                "role-missing");
        refused(As.user(Persona.KARIM).get("/v1/bank-files/" + UUID.randomUUID()), 404, "bank-file-unknown");
        As.user(Persona.DRISS).get("/v1/bank-files?limit=1").then().statusCode(200);
    }

    private static String whole(
            String messageId, Ordered.Sent payments, String group, String information, String reason, String... named) {
        return status(messageId, payments.number(), group, named)
                .replace(
                        "<OrgnlPmtInfAndSts>",
                        "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + payments.number() + "</OrgnlPmtInfId><PmtInfSts>"
                                + information + "</PmtInfSts><StsRsnInf><Rsn><Cd>" + reason
                                + "</Cd></Rsn></StsRsnInf>");
    }

    private static Response send(String file) {
        return As.once(Persona.KARIM)
                .contentType("application/xml; charset=UTF-8")
                .body(file)
                .post("/v1/bank-files");
    }

    private static ValidatableResponse taken(String file) {
        return send(file).then().statusCode(201);
    }

    private static String[] references(Ordered.Sent payments) {
        return payments.ids().stream().map(Disbursements::endToEndId).toArray(String[]::new);
    }

    private static void assertStates(Ordered.Sent payments, String... states) {
        assertThat(payments.ids().stream()
                        .map(id -> As.user(Persona.KARIM)
                                .get("/v1/disbursements/" + id)
                                .<String>path("state")))
                .containsExactly(states);
    }

    private static void assertEnvelope(Ordered.Sent payments, String committed, String paid, String available) {
        As.user(Persona.KARIM)
                .get("/v1/envelopes/" + payments.envelope())
                .then()
                .statusCode(200)
                .body("committed.amount", equalTo(committed))
                .body("paid.amount", equalTo(paid))
                .body("available.amount", equalTo(available));
    }
}
