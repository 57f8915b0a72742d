package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;

/** Issues vouchers for who is entitled and has no account; their value stays committed until they are redeemed. */
@Singleton
public class Vouchers {

    private final Jdbi jdbi;
    private final CurrentCaller caller;
    private final Clock clock;

    Vouchers(Jdbi jdbi, CurrentCaller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    /** A voucher as it was numbered. */
    public record Issued(UUID source, String number) {}

    /** Issues all of them in one statement, each under a number of its own; a source has one voucher at most. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Issued> issueAll(List<NewVoucher> vouchers) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO voucher (number, source_type, source, envelope, amount, holder, issued_by, issued_at)
                        SELECT format('BON-%s-%s', CAST(:year AS integer), to_char(nextval('voucher_number'), 'FM000000')),
                               source_type, source, envelope, amount, holder, :actor, :now
                        FROM unnest(CAST(:sourceTypes AS text[]), CAST(:sources AS uuid[]), CAST(:envelopes AS uuid[]), CAST(:amounts AS numeric[]), CAST(:holders AS uuid[]))
                             AS given (source_type, source, envelope, amount, holder)
                        RETURNING source, number
                        """)
                .bind("year", now.atZoneSameInstant(Clocks.BUSINESS_ZONE).getYear())
                .bind("actor", caller.get().subject())
                .bind("now", now)
                .bindArray(
                        "sourceTypes",
                        String.class,
                        vouchers.stream().map(one -> one.sourceType().name()).toList())
                .bindArray(
                        "sources",
                        UUID.class,
                        vouchers.stream().map(NewVoucher::source).toList())
                .bindArray(
                        "envelopes",
                        UUID.class,
                        vouchers.stream().map(NewVoucher::envelope).toList())
                .bindArray(
                        "amounts",
                        Money.class,
                        vouchers.stream().map(NewVoucher::amount).toList())
                .bindArray(
                        "holders",
                        UUID.class,
                        vouchers.stream().map(NewVoucher::holder).toList())
                .mapTo(Issued.class)
                .list());
    }
}
