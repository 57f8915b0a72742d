package ma.riaya.beneficiary.processing;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.riaya.kit.problem.ProblemTexts;

/** The purposes in words. */
@Singleton
public class PurposeTitles {

    private final Purposes purposes;

    PurposeTitles(Purposes purposes) {
        this.purposes = purposes;
    }

    /** By code; the register is kept in Arabic and French, and is told in French to who reads neither. */
    public Map<String, String> in(Locale language) {
        Map<String, String> titles = new HashMap<>();
        purposes.inForce()
                .forEach(purpose -> titles.put(
                        purpose.code(), language.equals(ProblemTexts.ARABIC) ? purpose.titleAr() : purpose.titleFr()));
        return titles;
    }
}
