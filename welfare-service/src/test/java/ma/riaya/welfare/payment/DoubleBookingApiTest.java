package ma.riaya.welfare.payment;

import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static ma.riaya.welfare.payment.BankMessages.debitInEntry;
import static ma.riaya.welfare.payment.BankMessages.debitOn;
import static ma.riaya.welfare.payment.BankMessages.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.riaya.kit.time.Clocks;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bank that books twice, or says a thing twice: a second booking is seen as what it is, and no money moves for it. */
@QuarkusTest
class DoubleBookingApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void twoDebitsWithoutAReferenceAreForAPerson() {
        Ordered.Sent payments = Ordered.sent(1);
        String ref = payments.reference(0);
        took(bookings("D-1", debit(ref, "1000.00")), "");

        String second = took(bookings("D-2", debit(ref, "1000.00")), "possible-double-debit");

        assertEnvelope(payments, "0.00", "1000.00", "0.00");
        As.user(Persona.DRISS)
                .header("Accept-Language", "en")
                .get("/v1/bank-exceptions?limit=200")
                .then()
                .body(
                        "items.find { it.bankFile == '" + second + "' }.exception.explanation",
                        containsString("no reference shows that this is the same debit"))
                .body(
                        "items.find { it.bankFile == '" + second + "' }.disbursement",
                        equalTo(payments.ids().getFirst().toString()));
        As.user(Persona.DRISS)
                .get("/v1/disbursements/" + payments.ids().getFirst() + "/history")
                .then()
                .body("items.toState.findAll { it == 'PAID' }.size()", equalTo(1));
    }

    @Test
    void twoDebitsInOneFileAreTwo() {
        Ordered.Sent payments = Ordered.sent(2);
        String both = bookings("D-3", debit(payments.reference(0), "1000.00"), debit(payments.reference(0), "1000.00"));
        took(both, "", "possible-double-debit");

        // One entry of two transactions, both of the same payment and under the same reference.
        String transaction =
                "<TxDtls><Refs><AcctSvcrRef>T</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"MAD\">1000.00</Amt></TxDtls>"
                        .formatted(payments.reference(1));
        String entry =
                "<Ntry><Amt Ccy=\"MAD\">2000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls>"
                        + transaction + transaction + "</NtryDtls></Ntry>";
        took(bookings("D-4", entry), "", "debited-twice");
        took(bookings("D-5", entry), "", "debited-twice");

        assertEnvelope(payments, "0.00", "2000.00", "0.00");
    }

    @Test
    void theSameEntryToldAgainIsKnown() {
        Ordered.Sent payments = Ordered.sent(2);
        String own = debit(payments.reference(0), "1000.00", "B-1");
        String ofTheEntry = debitInEntry(payments.reference(1), "1000.00", "E-1");
        took(bookings("D-6", own, ofTheEntry), "", "");

        took(bookings("D-7", own, ofTheEntry), "", "");
        took(
                bookings("D-8", own.replace("B-1", "B-2"), ofTheEntry.replace("E-1", "E-2")),
                "debited-twice",
                "debited-twice");
        took(
                bookings("D-9", debit(payments.reference(0), "1000.00"), debit(payments.reference(1), "1000.00")),
                "possible-double-debit",
                "possible-double-debit");

        assertEnvelope(payments, "0.00", "2000.00", "0.00");
    }

    @Test
    void whatWasToldAfterTheReturnIsRememberedToo() {
        Ordered.Sent payments = Ordered.sent(1);
        String ref = payments.reference(0);
        took(bookings("D-10", comeback(ref, "1000.00", "AC04", "R-1")), "");
        took(bookings("D-11", debit(ref, "1000.00")), "");

        took(bookings("D-12", debit(ref, "1000.00")), "possible-double-debit");
        took(bookings("D-13", comeback(ref, "1000.00", "AC04", "R-1")), "");
        took(bookings("D-14", comeback(ref, "1000.00", "AC04", "R-2")), "returned-twice");
        took(bookings("D-15", comeback(ref, "1000.00", "AC04")), "possible-double-return");

        assertEnvelope(payments, "0.00", "0.00", "1000.00");
    }

    /** However many come at once, one debit moves the payment, and each of the others is an exception. */
    @Test
    void manyDebitsAtOnce() throws Exception {
        Ordered.Sent payments = Ordered.sent(1);
        String ref = payments.reference(0);
        List<Callable<Response>> sending = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> send(bookings("D-16-" + i, debit(ref, "1000.00"))))
                .toList();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Response> answers =
                    many.invokeAll(sending).stream().map(Future::resultNow).toList();
            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            assertThat(answers.stream()
                            .mapToInt(answer -> answer.path("applied"))
                            .sum())
                    .isEqualTo(1);
            assertThat(answers.stream()
                            .mapToInt(answer -> answer.path("exceptions"))
                            .sum())
                    .isEqualTo(7);
        }
        assertEnvelope(payments, "0.00", "1000.00", "0.00");
    }

    @Test
    void anIdentifierStandsForOneMessage() {
        Ordered.Sent payments = Ordered.sent(2);
        String first = took(bookings("D-20", debit(payments.reference(0), "1000.00")), "");

        send(bookings("D-20", debit(payments.reference(1), "1000.00")))
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-file-message-id-used"))
                .body("parameters.bankFile", equalTo(first))
                .body("parameters.messageId", equalTo("D-20"))
                .body("violations", nullValue());
        // Nothing is lost: under an identifier of its own it is taken, and so is a message of another kind.
        took(bookings("D-21", debit(payments.reference(1), "1000.00")), "");
        took(status("D-20", payments.number(), "<GrpSts>PDNG</GrpSts>"), "");

        assertEnvelope(payments, "0.00", "2000.00", "0.00");
    }

    @Test
    void anIdentifierUsedByManyAtOnce() throws Exception {
        Ordered.Sent payments = Ordered.sent(6);
        List<Callable<Integer>> sending = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> send(bookings("D-22", debit(payments.reference(i), "1000.00")))
                        .statusCode())
                .toList();
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            List<Integer> statuses =
                    many.invokeAll(sending).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertEnvelope(payments, "5000.00", "1000.00", "0.00");
    }

    @Test
    void aReferenceInCapitalsOrWithBlanksIsTheSamePayment() {
        Ordered.Sent payments = Ordered.sent(1);
        String ref = payments.reference(0);
        took(bookings("D-30", debit(" " + ref.toUpperCase(Locale.ROOT) + "\n", "1000.00")), "");

        took(bookings("D-31", debit(ref, "1000.00")), "possible-double-debit");
        took(
                bookings("D-32", debit(ref.substring(0, 10) + " " + ref.substring(10), "1000.00")),
                "end-to-end-id-unknown");

        assertEnvelope(payments, "0.00", "1000.00", "0.00");
    }

    @Test
    void theDayAndTheAccountMustBeOurs() {
        Ordered.Sent payments = Ordered.sent(1);
        String ref = payments.reference(0);
        LocalDate today = LocalDate.now(Clock.system(Clocks.BUSINESS_ZONE));
        took(bookings("D-40", debitOn(today.plusDays(2).toString(), ref, "1000.00")), "booked-in-the-future");
        took(bookings("D-41", debitOn("2025-01-01", ref, "1000.00")), "booked-before-release");
        took(
                bookings("D-42", debit(ref, "1000.00"))
                        .replace("MA64011519000001205000534921", "MA64001810007800020110620318"),
                "account-not-ours");
        took(bookings("D-43", debit(ref, "1000.00").replace("MAD", "EUR")), "currency-differs");
        took(bookings("D-44", debit(ref, "1000.00").replaceFirst("1000.00", "1000.01")), "amounts-contradict");
        took(bookings("D-45", debit(ref, "0.00")), "amount-differs");
        took(
                bookings("D-46", debit(ref, "1000.00").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")),
                "direction-contradicts");
        took(bookings("D-47", debit(ref, "1000.00").replace("DBIT", "CRDT")), "credit-unexplained");
        assertEnvelope(payments, "1000.00", "0.00", "0.00");

        took(bookings("D-48", debitOn(today.toString(), ref, "1000.00")), "");
        assertEnvelope(payments, "0.00", "1000.00", "0.00");
    }

    /** Takes the file, whose lines end with these exceptions or, where nothing is named, with none; answers its identifier. */
    private static String took(String file, String... exceptions) {
        String id = send(file).then().statusCode(201).extract().path("id");
        List<String> ended = As.user(Persona.KARIM)
                .get("/v1/bank-files/" + id + "/lines")
                .then()
                .statusCode(200)
                .extract()
                .path("items.collect { it.exception == null ? '' : it.exception.code }");
        assertThat(ended).containsExactly(exceptions);
        return id;
    }

    private static Response send(String file) {
        return As.once(Persona.KARIM).contentType("application/xml").body(file).post("/v1/bank-files");
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
