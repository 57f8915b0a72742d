package ma.riaya.acceptance.registry;

import java.util.List;
import java.util.Locale;
import ma.riaya.acceptance.bank.Rib;

/**
 * The numbers that people are known by: identity card, professional number, bank account.
 * Each comes from the person's place in the registry by a one-to-one mapping, so no two people share one.
 */
final class Numbers {

    private static final long SCATTER = 48_271;

    private static final List<String> BANKS =
            List.of("350", "230", "145", "181", "190", "007", "011", "225", "310", "022", "013", "021");
    private static final int[] BANK_WEIGHTS = {26, 18, 8, 8, 6, 12, 8, 6, 3, 3, 1, 1};

    private Numbers() {}

    /** An identity card as clerks write it: mostly clean, some with a space or small letters, some malformed. */
    static String cin(Place place, int serial, Chance chance) {
        String letters = chance.pick(place.cinLetters());
        String digits = String.valueOf(20_000 + serial * SCATTER % 979_999);
        return switch (chance.weighted(900, 40, 20, 14, 14, 12)) {
            case 0 -> letters + digits;
            case 1 -> letters + " " + digits;
            case 2 -> letters.toLowerCase(Locale.ROOT) + digits;
            case 3 -> digits;
            case 4 -> digits + letters;
            default -> letters + "-" + digits + "?";
        };
    }

    static String matricule(int serial) {
        return String.valueOf(100_000 + serial * SCATTER % 899_981);
    }

    static String rib(Place place, int serial, Chance chance) {
        String account =
                "%04d%08d%04d".formatted(chance.below(10_000), serial * SCATTER % 99_999_989, chance.below(10_000));
        return Rib.of(BANKS.get(chance.weighted(BANK_WEIGHTS)), place.bankCity(), account)
                .digits();
    }

    /** A RIB that a hand got wrong: another key, or two digits of the account exchanged. */
    static String wrong(String rib, Chance chance) {
        int position = chance.between(6, 20);
        if (chance.percent(30) && rib.charAt(position) != rib.charAt(position + 1)) {
            return rib.substring(0, position)
                    + rib.charAt(position + 1)
                    + rib.charAt(position)
                    + rib.substring(position + 2);
        }
        int key = Integer.parseInt(rib.substring(22));
        return rib.substring(0, 22) + "%02d".formatted((key + chance.between(1, 80)) % 97 + 1);
    }
}
