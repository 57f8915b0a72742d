package ma.riaya.acceptance.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.riaya.acceptance.registry.Household.Head;
import ma.riaya.acceptance.registry.Household.Standing;

/** Decides which families there are: those that are counted exactly, the near misses, and everybody else. */
final class Plan {

    /** The stream of chance that draws the plan; households use the streams from 0 up. */
    private static final long STREAM = -1;

    private final RegistrySpec spec;
    private final Chance chance;
    private final List<Household> households = new ArrayList<>();
    private int people;

    private Plan(RegistrySpec spec) {
        this.spec = spec;
        this.chance = Chance.stream(spec.seed(), STREAM);
    }

    /** The families of the registry in the order in which they are written, beside those that are known by name. */
    static List<Household> of(RegistrySpec spec) {
        Plan plan = new Plan(spec);
        plan.people = KnownFamilies.PEOPLE;
        plan.counted();
        plan.others();
        return plan.shuffled();
    }

    private void counted() {
        add(Head.WIDOW, Standing.ENTITLED_IN_JULY, spec.widowsInJuly() - KnownFamilies.WIDOWS_IN_JULY);
        add(Head.RETIREE, Standing.ENTITLED_IN_JULY, spec.retireesInJuly());
        add(Head.WIDOW, Standing.ENTITLED_BY_DECEMBER, spec.widowsInDecember());
        add(Head.RETIREE, Standing.ENTITLED_BY_DECEMBER, spec.retireesInDecember());
        add(Head.WIDOW, Standing.REMARRIED, spec.nearMisses());
        for (Standing missing :
                List.of(Standing.ONE_CENT_ABOVE, Standing.DEAD, Standing.WITHOUT_ACCOUNT, Standing.WRONG_RIB)) {
            add(Head.WIDOW, missing, spec.nearMisses());
            add(Head.RETIREE, missing, spec.nearMisses() * 3 / 4);
        }
        add(Head.WIDOW, Standing.WITHOUT_ACCOUNT_BY_DECEMBER, Math.max(1, spec.nearMisses() / 5));
        if (people > spec.people()) {
            throw new IllegalArgumentException("so many entitled people do not fit in " + spec.people());
        }
    }

    private void others() {
        while (people < spec.people()) {
            Household next =
                    switch (chance.weighted(12, 1, 24, 63)) {
                        case 0 -> drawn(Head.WIDOW, Standing.ABOVE_THE_CEILING);
                        case 1 -> drawn(Head.WIDOWER, Standing.ABOVE_THE_CEILING);
                        case 2 -> drawn(Head.RETIREE, Standing.ABOVE_THE_CEILING);
                        default -> drawn(Head.OFFICER, Standing.NOT_CONCERNED);
                    };
            add(next.size() <= spec.people() - people ? next : Household.ONE_OFFICER);
        }
    }

    private void add(Head head, Standing standing, int count) {
        for (int i = 0; i < count; i++) {
            add(drawn(head, standing));
        }
    }

    private void add(Household household) {
        households.add(household);
        people += household.size();
    }

    private Household drawn(Head head, Standing standing) {
        return switch (head) {
            case WIDOW, WIDOWER ->
                new Household(head, standing, 1, chance.weighted(45, 20, 17, 11, 7), chance.percent(4) ? 1 : 0);
            case RETIREE ->
                new Household(
                        head,
                        standing,
                        standing != Standing.DEAD && chance.percent(76) ? 1 : 0,
                        chance.weighted(52, 22, 16, 10),
                        0);
            case OFFICER -> {
                int spouses = chance.percent(74) ? 1 : 0;
                yield new Household(
                        head,
                        standing,
                        spouses,
                        spouses == 0 ? 0 : chance.weighted(22, 24, 30, 18, 6),
                        chance.weighted(78, 14, 8));
            }
        };
    }

    private List<Household> shuffled() {
        for (int i = households.size() - 1; i > 0; i--) {
            Collections.swap(households, i, chance.below(i + 1));
        }
        return List.copyOf(households);
    }
}
