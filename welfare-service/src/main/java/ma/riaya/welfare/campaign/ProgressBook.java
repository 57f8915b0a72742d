package ma.riaya.welfare.campaign;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.payment.DisbursementSettled;
import ma.riaya.welfare.payment.DisbursementsSettled;
import ma.riaya.welfare.payment.SourceType;
import ma.riaya.welfare.payment.Vouchers;
import org.jdbi.v3.core.Jdbi;

/** What became of the selected lines: it follows their payments in the payments' own transactions, any number in one statement. */
@Singleton
class ProgressBook {

    private final Jdbi jdbi;
    private final Clock clock;

    ProgressBook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The payments of these lines, in the same order. */
    void ordered(List<UUID> lines, List<Disbursement> payments) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign_line_progress (line, state, since, disbursement, end_to_end_id)
                        SELECT line, 'ORDERED', :now, disbursement, end_to_end_id
                        FROM unnest(CAST(:lines AS uuid[]), CAST(:payments AS uuid[]), CAST(:references AS text[])) AS given (line, disbursement, end_to_end_id)
                        """)
                .bind("now", now())
                .bindArray("lines", UUID.class, lines)
                .bindArray(
                        "payments",
                        UUID.class,
                        payments.stream().map(Disbursement::id).toList())
                .bindArray(
                        "references",
                        String.class,
                        payments.stream().map(Disbursement::endToEndId).toList())
                .execute());
    }

    /** Nothing is ordered for these: who died, or is paid by another line. */
    void withheld(List<Due.Withheld> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign_line_progress (line, state, since, paid_as)
                        SELECT line, 'WITHHELD', :now, CAST(nullif(paid_as, '') AS uuid)
                        FROM unnest(CAST(:lines AS uuid[]), CAST(:others AS text[])) AS given (line, paid_as)
                        """)
                .bind("now", now())
                .bindArray(
                        "lines",
                        UUID.class,
                        lines.stream().map(one -> one.line().id()).toList())
                .bindArray(
                        "others",
                        String.class,
                        lines.stream()
                                .map(one ->
                                        one.paidAs() == null ? "" : one.paidAs().toString())
                                .toList())
                .execute());
    }

    void issued(List<Vouchers.Issued> vouchers) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign_line_progress (line, state, since, voucher)
                        SELECT line, 'VOUCHER_ISSUED', :now, voucher
                        FROM unnest(CAST(:lines AS uuid[]), CAST(:numbers AS text[])) AS given (line, voucher)
                        """)
                .bind("now", now())
                .bindArray(
                        "lines",
                        UUID.class,
                        vouchers.stream().map(Vouchers.Issued::source).toList())
                .bindArray(
                        "numbers",
                        String.class,
                        vouchers.stream().map(Vouchers.Issued::number).toList())
                .execute());
    }

    void follow(@Observes DisbursementsSettled settled) {
        Map<DisbursementSettled.Outcome, List<UUID>> lines = settled.all().stream()
                .filter(one -> one.sourceType() == SourceType.CAMPAIGN_LINE)
                .collect(Collectors.groupingBy(
                        DisbursementSettled::outcome,
                        () -> new EnumMap<>(DisbursementSettled.Outcome.class),
                        Collectors.mapping(DisbursementSettled::source, Collectors.toList())));
        lines.forEach(this::move);
    }

    private void move(DisbursementSettled.Outcome outcome, List<UUID> lines) {
        LineState to =
                switch (outcome) {
                    case SENT -> LineState.SENT;
                    case PAID -> LineState.PAID;
                    case REFUSED -> LineState.REFUSED;
                    case RETURNED -> LineState.RETURNED;
                    case STOPPED -> LineState.STOPPED;
                };
        int moved = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE campaign_line_progress SET state = :to, since = :now WHERE line = ANY(:lines)
                        """)
                .bind("to", to)
                .bind("now", now())
                .bindArray("lines", UUID.class, lines)
                .execute());
        if (moved != lines.size()) {
            throw new IllegalStateException(
                    "payments of " + lines.size() + " lines moved and " + moved + " lines with them");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
