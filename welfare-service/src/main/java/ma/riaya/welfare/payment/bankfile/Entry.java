package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an account, as a notification tells it.
 *
 * @param number the entry's own, which many banks count anew each day
 * @param direction {@code DBIT} or {@code CRDT}
 * @param status of the external list, or a word of the bank's own
 * @param reversal whether it takes an earlier entry back
 * @param reference the bank's own of the entry
 * @param on the day of the booking
 * @param family of the kind of transaction
 */
record Entry(
        @Nullable String number,
        BigDecimal amount,
        String currency,
        String direction,
        String status,
        boolean reversal,
        @Nullable String reference,
        @Nullable LocalDate on,
        @Nullable String family) {

    static final String DIRECTION = "CdtDbtInd";
    static final String FAMILY = "BkTxCd/Domn/Fmly/Cd";

    static final Set<String> PARTS = Set.of(
            "NtryRef",
            "Amt",
            DIRECTION,
            "RvslInd",
            "Sts",
            "Sts/Cd",
            "Sts/Prtry",
            "BookgDt/Dt",
            "BookgDt/DtTm",
            "AcctSvcrRef",
            FAMILY);

    private static final String DEBIT = "DBIT";
    private static final String CREDIT = "CRDT";
    private static final String BOOKED = "BOOK";
    private static final Set<String> NOT_YET_BOOKED = Set.of("PDNG", "INFO", "FUTR");

    /** Transfers that come in, and direct debits either way: none of them is a transfer that we sent. */
    private static final Set<String> NOT_OF_OUR_DEBITS = Set.of("RCDT", "IDDT", "RDDT");

    private static final Set<String> NOT_OF_OUR_RETURNS = Set.of("IDDT", "RDDT");

    static Entry of(Parts parts, Element whole) {
        Element amount = parts.required("Amt", whole);
        Element reversal = parts.get("RvslInd");
        return new Entry(
                parts.code("NtryRef"),
                amount.amount(),
                amount.currency(),
                directionOf(parts.required(DIRECTION, whole)),
                status(parts, whole),
                reversal != null && reversal.isTrue(),
                parts.code("AcctSvcrRef"),
                day(parts),
                parts.code(FAMILY));
    }

    /** Until version 7 the code stood in the element itself; a word of the bank's own is none that we know. */
    private static String status(Parts parts, Element whole) {
        parts.required("Sts", whole);
        String status = parts.code("Sts/Cd", "Sts/Prtry", "Sts");
        if (status == null) {
            throw whole.lacks("Sts/Cd");
        }
        return parts.has("Sts/Prtry") ? "" : status;
    }

    private static @Nullable LocalDate day(Parts parts) {
        Element date = parts.get("BookgDt/Dt");
        Element time = parts.get("BookgDt/DtTm");
        return date != null ? date.date() : time != null ? time.dayOfTime() : null;
    }

    static @Nullable String direction(@Nullable Element element) {
        return element == null ? null : directionOf(element);
    }

    private static String directionOf(Element element) {
        return element.is(DEBIT, CREDIT) ? DEBIT : CREDIT;
    }

    /** A line for each transaction, or one for the whole entry where the bank names none. */
    List<BankLine> lines(String account, List<Details> transactions) {
        List<Details> all = transactions.isEmpty() ? List.of(Details.NONE) : transactions;
        boolean amountsAgree = amountsAgree(all);
        Map<String, Integer> times = new HashMap<>();
        List<BankLine> lines = new ArrayList<>();
        for (Details one : all) {
            boolean ofTheEntry = one.amount() == null && all.size() == 1;
            Verdict verdict = verdict(one);
            lines.add(new BankLine(
                    one.endToEndId(),
                    verdict.says(),
                    ofTheEntry ? amount : one.amount(),
                    ofTheEntry ? currency : one.currency(),
                    one.reason(),
                    reference(one, times),
                    new Booking(account, on),
                    verdict.doubt() == null && isBooked() && !amountsAgree ? Doubt.AMOUNTS : verdict.doubt()));
        }
        return lines;
    }

    private boolean isBooked() {
        return status.equals(BOOKED);
    }

    /** Where every transaction states its amount in the entry's currency, they are the entry's together. */
    private boolean amountsAgree(List<Details> all) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Details one : all) {
            if (one.amount() == null || !currency.equals(one.currency())) {
                return true;
            }
            sum = sum.add(one.amount());
        }
        return sum.compareTo(amount) == 0;
    }

    /** A credit that is neither a return nor a reversal is money from elsewhere, and a person looks at it. */
    private Verdict verdict(Details one) {
        if (!isBooked()) {
            return new Verdict(NOT_YET_BOOKED.contains(status) ? Says.NOTHING_YET : Says.UNKNOWN, null);
        }
        if (one.direction() != null && !one.direction().equals(direction)) {
            return new Verdict(Says.UNKNOWN, Doubt.DIRECTION);
        }
        boolean comesBack = one.returned() || reversal;
        String kind = one.family() == null ? family : one.family();
        if (direction.equals(DEBIT)) {
            boolean contradicts = comesBack || kind != null && NOT_OF_OUR_DEBITS.contains(kind);
            return contradicts ? new Verdict(Says.UNKNOWN, Doubt.DIRECTION) : new Verdict(Says.DEBITED, null);
        }
        if (!comesBack) {
            return new Verdict(Says.UNKNOWN, Doubt.CREDIT);
        }
        return kind != null && NOT_OF_OUR_RETURNS.contains(kind)
                ? new Verdict(Says.UNKNOWN, Doubt.DIRECTION)
                : new Verdict(Says.RETURNED, null);
    }

    /**
     * By what the booking is known when it is told again: the bank's reference of it, else the payment's between banks, else the entry's number on its day.
     *
     * <p>The same payment twice in one entry was booked twice, whatever they are called.
     */
    private @Nullable String reference(Details one, Map<String, Integer> times) {
        int time =
                one.endToEndId() == null ? 1 : times.merge(one.endToEndId().toUpperCase(Locale.ROOT), 1, Integer::sum);
        String known = one.reference() != null
                ? one.reference()
                : reference != null ? reference : one.transactionId() != null ? one.transactionId() : numberOfTheDay();
        return known == null || time == 1 ? known : known + "#" + time;
    }

    private @Nullable String numberOfTheDay() {
        return number == null || on == null ? null : number + "/" + on;
    }

    private record Verdict(Says says, @Nullable Doubt doubt) {}
}
