package ma.riaya.beneficiary.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of two words that are often written as one: taken apart, so that both ways of writing meet. */
final class Compounds {

    private static final Pattern ARABIC = Pattern.compile("(\\p{L}{2,})(ال(?:دين|زهرا|زهره))");
    private static final Pattern OF_GOD = Pattern.compile("(فتح|سعد|عطا|حبيب|نصر|حرمه|خلف|جاد)(الله)");
    private static final Pattern FATIMA = Pattern.compile("(fa[td]h?[ie]?m[ae]?h?)(?:[ea]?z)?(z[aeo]h?ra[ae]?h?)");
    private static final Pattern FAITH = Pattern.compile("([a-z]{2,}?)(?:[aeiu]|al|el|ou)?dd?[iy]ne?");

    /** {@code Noureddine}, not {@code Abidine} or {@code Medina}. */
    private static final List<String> OF_FAITH = List.of(
            "eddin", "edine", "eddyn", "edyne", "uddin", "udine", "aldin", "eldin", "hdin", "rddin", "lddin", "mddin",
            "eddn");

    private Compounds() {}

    /** The words of a folded name, compounds taken apart. */
    static List<String> apart(String folded) {
        return List.of(folded.split(" ", -1)).stream()
                .flatMap(word -> word(word).stream())
                .toList();
    }

    private static List<String> word(String word) {
        if (word.length() < 6) {
            return List.of(word);
        }
        if (Folding.script(word) == Word.Script.ARABIC) {
            Matcher compound = ARABIC.matcher(word);
            Matcher ofGod = OF_GOD.matcher(word);
            if (compound.matches() && !compound.group(1).equals("عبد")) {
                return List.of(compound.group(1), compound.group(2));
            }
            return ofGod.matches() ? List.of(ofGod.group(1), ofGod.group(2)) : List.of(word);
        }
        Matcher fatima = FATIMA.matcher(word);
        if (fatima.matches()) {
            return List.of("fatima", fatima.group(2));
        }
        Matcher faith = FAITH.matcher(word);
        return OF_FAITH.stream().anyMatch(word::contains) && faith.matches()
                ? List.of(faith.group(1), "eddine")
                : List.of(word);
    }
}
