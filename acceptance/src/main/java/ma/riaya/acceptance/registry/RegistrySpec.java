package ma.riaya.acceptance.registry;

/**
 * What registry to make.
 *
 * @param people how many people, exactly
 * @param seed the same seed gives the same bytes
 * @param widowsInJuly widows entitled as of 2025-07-01, with a valid account
 * @param retireesInJuly retirees entitled as of 2025-07-01, with a valid account
 * @param widowsInDecember further widows entitled as of 2025-12-01, who were not in July
 * @param retireesInDecember further retirees entitled as of 2025-12-01, who were not in July
 * @param nearMisses how many of each kind of near miss are planted at least
 */
public record RegistrySpec(
        int people,
        long seed,
        int widowsInJuly,
        int retireesInJuly,
        int widowsInDecember,
        int retireesInDecember,
        int nearMisses) {

    private static final int DEMONSTRATION_PEOPLE = 60_000;
    private static final long DEMONSTRATION_SEED = 20_250_701L;

    public RegistrySpec {
        if (people < 600 || people > 500_000) {
            throw new IllegalArgumentException("a registry has from 600 to 500000 people");
        }
    }

    /** The registry of the demonstration: 4,226 widows and 572 retirees in July, 344 and 82 more in December. */
    public static RegistrySpec demonstration() {
        return scaled(DEMONSTRATION_PEOPLE, DEMONSTRATION_SEED);
    }

    /** The same registry in small, for tests that import one. */
    public static RegistrySpec small() {
        return scaled(3_000, DEMONSTRATION_SEED);
    }

    /** The demonstration's proportions for another number of people. */
    public static RegistrySpec scaled(int people, long seed) {
        return new RegistrySpec(
                people,
                seed,
                scaled(people, 4_226),
                scaled(people, 572),
                scaled(people, 344),
                scaled(people, 82),
                Math.max(3, scaled(people, 60)));
    }

    private static int scaled(int people, int count) {
        return (int) Math.round((double) count * people / DEMONSTRATION_PEOPLE);
    }
}
