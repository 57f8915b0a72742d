package ma.riaya.welfare.payment;

import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.KARIM;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.open;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.riaya.testkit.As;
import org.junit.jupiter.api.Test;

/** What a file of the bank does to the requests that its payments were ordered for. */
@QuarkusTest
class RequestsOfABankFileApiTest {

    private static final String EACH = "5000.00";

    @Test
    void aPaymentComesBackThoughTheFamilyAskedAnewMeanwhile() {
        String paid = sent(1).getFirst();
        taken(bookings("R-1", debit(reference(paid), EACH))).body("applied", equalTo(1));
        read(FATIMA, paid).then().body("state", equalTo("PAID"));
        UUID person = UUID.fromString(read(FATIMA, paid).path("person.id"));
        String anew = open(FATIMA, person).then().statusCode(201).extract().path("id");

        taken(bookings("R-2", comeback(reference(paid), EACH, "AC04"))).body("applied", equalTo(1));

        read(FATIMA, paid).then().body("state", equalTo("RETURNED"));
        read(FATIMA, anew).then().body("state", equalTo("DRAFT"));
        open(FATIMA, person).then().statusCode(409).body("code", equalTo("request-already-open"));
    }

    /** Requests whose payments the bank has in one file. */
    private static List<String> sent(int count) {
        List<String> requests =
                IntStream.range(0, count).mapToObj(i -> ordered(EACH)).toList();
        Ordered.released(requests.stream()
                .map(request -> UUID.fromString(read(SAMIRA, request).path("disbursement.id")))
                .toList());
        return requests;
    }

    private static String reference(String request) {
        return read(SAMIRA, request).path("disbursement.endToEndId");
    }

    private static ValidatableResponse send(String file) {
        return As.once(KARIM)
                .contentType("application/xml")
                .body(file)
                .post("/v1/bank-files")
                .then();
    }

    private static ValidatableResponse taken(String file) {
        return send(file).statusCode(201).body("exceptions", equalTo(0));
    }
}
