package ma.riaya.welfare.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;
import ma.riaya.welfare.money.Money;

/** Ordered payments to begin a test with: approved by NADIA, ordered by SAMIRA, committed in an envelope of their own. */
@Singleton
class Ordered {

    static final Money EACH = Money.of("1000.00");
    static final String IBAN = "MA64001810007800020110620318";

    private static final AtomicInteger YEAR = new AtomicInteger(2041);

    private final PaymentBook book;
    private final Envelopes envelopes;

    Ordered(PaymentBook book, Envelopes envelopes) {
        this.book = book;
        this.envelopes = envelopes;
    }

    record Some(UUID envelope, List<UUID> ids) {
        String reference(int number) {
            return Disbursements.endToEndId(ids.get(number));
        }
    }

    Some payments(int count) {
        return paymentsApprovedBy(Persona.NADIA, count);
    }

    Some paymentsApprovedBy(Persona approver, int count) {
        UUID envelope = UUID.fromString(As.once(Persona.SALMA)
                .body("""
                        {"programme": "SERIOUS_ILLNESS", "office": "HQ", "year": %d, "allotted": {"amount": "%s", "currency": "MAD"}}
                        """.formatted(YEAR.getAndIncrement(), EACH.amount().multiply(BigDecimal.valueOf(count))))
                .post("/v1/envelopes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        List<PaymentBook.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new PaymentBook.Row(
                    UuidCreator.getTimeOrderedEpochPlus1(), payment(envelope, UUID.randomUUID(), approver)));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Money sum = new Money(EACH.amount().multiply(BigDecimal.valueOf(count)));
            envelopes.move(new Movement(Kind.RESERVE, envelope, sum, "test", envelope));
            envelopes.move(new Movement(Kind.COMMIT, envelope, sum, "test", envelope));
            if (book.insert(rows, Persona.SAMIRA.subject()) != count) {
                throw new AssertionError("not ordered");
            }
        });
        return new Some(envelope, rows.stream().map(PaymentBook.Row::id).toList());
    }

    static NewDisbursement payment(UUID envelope, UUID source, Persona approver) {
        return new NewDisbursement(
                SourceType.DECISION,
                source,
                1,
                envelope,
                EACH,
                UUID.randomUUID(),
                "Fatima Aït Benhaddou",
                IBAN,
                approver.subject());
    }

    /** Prepared by SAMIRA and released by KARIM. */
    String released(Some payments) {
        String batch = prepared(payments);
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        return batch;
    }

    String prepared(Some payments) {
        return As.once(Persona.SAMIRA)
                .body(body(payments.ids()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String body(List<UUID> ids) {
        return "{\"disbursements\": [\""
                + String.join("\", \"", ids.stream().map(UUID::toString).toList()) + "\"]}";
    }
}
