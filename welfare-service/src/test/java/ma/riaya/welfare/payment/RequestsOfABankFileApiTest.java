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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Postgres;
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

    /** As many requests as the file speaks of are followed by one statement: their steps have one instant, each its own entry. */
    @Test
    void allRequestsOfAFileMoveTogether() throws SQLException {
        List<String> requests = sent(5);

        taken(bookings(
                        "R-3",
                        requests.stream().map(id -> debit(reference(id), EACH)).toArray(String[]::new)))
                .body("applied", equalTo(5));

        String ids = requests.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        assertThat(number("SELECT count(*) FROM aid_request WHERE state = 'PAID' AND id IN (" + ids + ")"))
                .isEqualTo(5);
        assertThat(number(
                        "SELECT count(DISTINCT occurred_at) FROM aid_request_move WHERE to_state = 'PAID' AND request IN ("
                                + ids + ")"))
                .isEqualTo(1);
        assertThat(number(
                        "SELECT count(*) FROM aid_request_move WHERE from_state = 'ORDERED' AND to_state = 'PAID' AND request IN ("
                                + ids + ")"))
                .isEqualTo(5);
        assertThat(number(
                        "SELECT count(*) FROM audit_entry WHERE action = 'aid-request-paid' AND facts @> '{\"from\": \"ORDERED\", \"to\": \"PAID\"}' AND subject_id IN ("
                                + ids + ")"))
                .isEqualTo(5);
    }

    /** Everybody who approves waits for the envelope's row, so a file takes it when all else is done. */
    @Test
    void theEnvelopeIsNotHeldWhileTheRequestsAreFollowed() throws Exception {
        String request = sent(1).getFirst();
        String file = bookings("R-4", debit(reference(request), EACH));
        CompletableFuture<Integer> receiving;
        try (Connection holder = Postgres.asOwner();
                Connection onlooker = Postgres.asOwner();
                Statement looking = onlooker.createStatement()) {
            holder.setAutoCommit(false);
            try (Statement holding = holder.createStatement()) {
                holding.execute("SELECT 1 FROM aid_request WHERE id = '" + request + "' FOR UPDATE");
            }
            receiving = CompletableFuture.supplyAsync(() -> send(file).extract().statusCode());
            waitsForTheRequest(looking);

            looking.execute("SELECT 1 FROM envelope WHERE id = (SELECT envelope FROM aid_request WHERE id = '" + request
                    + "') FOR UPDATE NOWAIT");
            holder.rollback();
        }
        assertThat(receiving.get(30, TimeUnit.SECONDS)).isEqualTo(201);
    }

    private static void waitsForTheRequest(Statement looking) throws SQLException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (var rows = looking.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the file does not wait for the request");
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

    private static int number(String query) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
