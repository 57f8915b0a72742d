package ma.riaya.welfare.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.riaya.welfare.money.Money;

/**
 * What the order of a wave does with its frozen lines.
 *
 * @param transfers paid to their accounts
 * @param vouchers given a voucher
 * @param withheld neither, for the registry told since that the person had died
 */
record Due(List<LineBook.Payable> transfers, List<LineBook.Payable> vouchers, List<LineBook.Payable> withheld) {

    /** The list cannot change any more, so what is not due is said beside it. */
    static Due of(
            List<LineBook.Payable> transfers,
            List<LineBook.Payable> vouchers,
            Function<List<UUID>, List<UUID>> toldDeadAmong) {
        Set<UUID> dead = new HashSet<>(toldDeadAmong.apply(Stream.concat(transfers.stream(), vouchers.stream())
                .map(LineBook.Payable::person)
                .toList()));
        return new Due(
                transfers.stream().filter(line -> !dead.contains(line.person())).toList(),
                vouchers.stream().filter(line -> !dead.contains(line.person())).toList(),
                Stream.concat(transfers.stream(), vouchers.stream())
                        .filter(line -> dead.contains(line.person()))
                        .toList());
    }

    Money withheldTotal() {
        return withheld.stream().map(LineBook.Payable::amount).reduce(Money.ZERO, Money::plus);
    }
}
