package ma.riaya.acceptance.registry;

import java.util.List;

/** How a clerk writes a name down: the forms of the list, and what happens to particles, hamza and ta marbuta. */
final class Spelling {

    private Spelling() {}

    /** The usual form mostly, the rarer ones the more rarely the later they stand. */
    private static String form(List<String> forms, Chance chance) {
        int index = 0;
        while (index < forms.size() - 1 && chance.percent(36)) {
            index++;
        }
        return forms.get(index);
    }

    static String arabic(List<String> forms, Chance chance) {
        String written = form(forms, chance);
        if (written.startsWith("آيت ") && chance.percent(40)) {
            written = (chance.percent(75) ? "ايت " : "أيت ") + written.substring(4);
        }
        if (written.contains("بن ") && chance.percent(22)) {
            written = written.replace("بن ", "بن");
        }
        if (chance.percent(7)) {
            written = written.replace('أ', 'ا').replace('إ', 'ا');
        }
        if (written.endsWith("ة") && chance.percent(4)) {
            written = written.substring(0, written.length() - 1) + "ه";
        }
        return written;
    }

    static String latinGiven(List<String> forms, Chance chance) {
        return form(forms, chance);
    }

    static String latinFamily(List<String> forms, Chance chance) {
        return particle(form(forms, chance), chance);
    }

    private static String particle(String written, Chance chance) {
        int space = written.indexOf(' ');
        if (space < 0) {
            return written;
        }
        String first = written.substring(0, space);
        String rest = particle(written.substring(space + 1), chance);
        return switch (first) {
            case "El" ->
                switch (chance.weighted(64, 20, 8, 8)) {
                    case 0 -> "El " + rest;
                    case 1 -> joined("El", rest);
                    case 2 -> "El-" + rest;
                    default -> "Al " + rest;
                };
            case "Ben" ->
                switch (chance.weighted(46, 42, 8, 4)) {
                    case 0 -> "Ben " + rest;
                    case 1 -> joined("Ben", rest);
                    case 2 -> "Ben-" + rest;
                    default -> "Bin " + rest;
                };
            case "Ait" ->
                switch (chance.weighted(60, 20, 12, 8)) {
                    case 0 -> "Ait " + rest;
                    case 1 -> "Aït " + rest;
                    case 2 -> joined("Ait", rest);
                    default -> "Ait-" + rest;
                };
            case "Ou" -> chance.percent(65) ? joined("Ou", rest) : "Ou " + rest;
            default -> first + " " + rest;
        };
    }

    private static String joined(String first, String rest) {
        return first + Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
}
