package ma.riaya.acceptance.registry;

import static ma.riaya.acceptance.registry.Dates.DECEMBER;
import static ma.riaya.acceptance.registry.Dates.JULY;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ma.riaya.acceptance.registry.Person.PensionPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Makes pensions around a ceiling, in centimes a month, with their changes over time.
 *
 * <p>What is promised here is the amount on the two days that the campaign looks at;
 * what was paid before the first and is paid after the second is free.
 */
final class Pensions {

    static final long WIDOWS_CEILING = 2_000_00;
    static final long RETIREES_CEILING = 2_500_00;

    private final long ceiling;
    private final Chance chance;

    Pensions(long ceiling, Chance chance) {
        this.ceiling = ceiling;
        this.chance = chance;
    }

    /** Under the ceiling or exactly at it in July; a few are raised above it before December. */
    List<PensionPeriod> underInJuly(LocalDate from) {
        long july = under();
        if (chance.permille(30)) {
            return history(from, july, chance.firstOfMonth(JULY.plusMonths(1), DECEMBER), above());
        }
        return history(from, july, null, july);
    }

    /** Under the ceiling or exactly at it, from its first day. */
    List<PensionPeriod> newUnder(LocalDate from) {
        return List.of(new PensionPeriod(from, null, under()));
    }

    /** Above the ceiling in July, and reduced to it or below it by December. */
    List<PensionPeriod> reducedByDecember(LocalDate from) {
        return history(from, oneCentOrMoreAbove(), chance.firstOfMonth(JULY.plusMonths(1), DECEMBER), under());
    }

    /** Above the ceiling on both days; earlier, it may have been below. */
    List<PensionPeriod> above(LocalDate from) {
        long july = oneCentOrMoreAbove();
        if (chance.permille(20)) {
            return history(from, july, chance.firstOfMonth(JULY.plusMonths(1), DECEMBER), above());
        }
        return history(from, july, null, july);
    }

    /** 0.01 MAD above the ceiling on both days. */
    List<PensionPeriod> oneCentAbove(LocalDate from) {
        return history(from, ceiling + 1, null, ceiling + 1);
    }

    private long under() {
        return switch (chance.weighted(6, 2, 92)) {
            case 0 -> ceiling;
            case 1 -> ceiling - 1;
            default -> rounded(ceiling - ceiling * 58 / 100 * chance.nearerFirst(0, 1000) / 1000);
        };
    }

    private long above() {
        return rounded(ceiling + 20_00 + ceiling * 4 * chance.nearerFirst(0, 1000) / 1000);
    }

    private long oneCentOrMoreAbove() {
        return chance.permille(8) ? ceiling + 1 : above();
    }

    /** Never across the ceiling: half the amounts are round dirhams, the others have their centimes. */
    private long rounded(long centimes) {
        long dirhams = centimes - centimes % 100;
        return chance.percent(50) ? dirhams : Math.min(dirhams + chance.below(100), centimes);
    }

    private List<PensionPeriod> history(LocalDate from, long july, @Nullable LocalDate change, long after) {
        Deque<PensionPeriod> periods = new ArrayDeque<>();
        if (change != null) {
            periods.addFirst(new PensionPeriod(change, null, after));
        }
        LocalDate until = change;
        long centimes = july;
        int revaluations = chance.weighted(55, 25, 14, 6);
        for (int i = 0; i < revaluations; i++) {
            LocalDate revalued = (until == null || until.isAfter(JULY) ? JULY : until)
                    .minusYears(chance.between(i == 0 ? 0 : 1, 4))
                    .withDayOfYear(1);
            if (!revalued.isAfter(from) || (until != null && !revalued.isBefore(until))) {
                break;
            }
            periods.addFirst(new PensionPeriod(revalued, until, centimes));
            until = revalued;
            centimes = centimes * chance.between(880, 990) / 1000;
        }
        periods.addFirst(new PensionPeriod(from, until, centimes));
        return List.copyOf(periods);
    }
}
