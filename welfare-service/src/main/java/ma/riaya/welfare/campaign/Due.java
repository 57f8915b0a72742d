package ma.riaya.welfare.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the order of a wave does with its frozen lines.
 *
 * @param transfers paid to their accounts
 * @param vouchers given a voucher
 * @param withheld neither
 */
record Due(List<LineBook.Payable> transfers, List<LineBook.Payable> vouchers, List<Withheld> withheld) {

    /**
     * A line for which nothing is ordered: the registry told since that the person had died, or another line pays them.
     *
     * @param paidAs the line that pays the same person under another id
     */
    record Withheld(LineBook.Payable line, @Nullable UUID paidAs) {}

    /** The list cannot change any more, so what is not due is said beside it. */
    static Due of(
            List<LineBook.Payable> transfers,
            List<LineBook.Payable> vouchers,
            Function<List<UUID>, List<UUID>> toldDeadAmong,
            List<LineBook.PaidAs> paidAlready) {
        Set<UUID> dead = new HashSet<>(toldDeadAmong.apply(Stream.concat(transfers.stream(), vouchers.stream())
                .map(LineBook.Payable::person)
                .toList()));
        Map<UUID, UUID> paidAs = new HashMap<>();
        paidAlready.forEach(one -> paidAs.put(one.line(), one.paidAs()));
        Predicate<LineBook.Payable> due = line -> !dead.contains(line.person()) && !paidAs.containsKey(line.id());
        return new Due(
                transfers.stream().filter(due).toList(),
                vouchers.stream().filter(due).toList(),
                Stream.concat(transfers.stream(), vouchers.stream())
                        .filter(due.negate())
                        .map(line -> new Withheld(line, paidAs.get(line.id())))
                        .toList());
    }

    Money withheldTotal() {
        return withheld.stream().map(one -> one.line().amount()).reduce(Money.ZERO, Money::plus);
    }
}
