package ma.riaya.welfare.office;

import java.util.Set;

/** The codes by which files and envelopes name who holds them: the 17 regional offices, and headquarters. */
public final class OfficeCodes {

    public static final String HEADQUARTERS = "HQ";

    /** The regional offices of September 2025; what else is known of them is asked of regional-office-service. */
    private static final Set<String> REGIONAL = Set.of(
            "AGA", "ALH", "BEM", "CAS", "DAK", "ERR", "FES", "KEN", "LAA", "NAD", "OUJ", "RAB", "SAF", "SAL", "TAN",
            "TAZ", "TET");

    private OfficeCodes() {}

    public static boolean isRegional(String code) {
        return REGIONAL.contains(code);
    }

    public static boolean isKnown(String code) {
        return isRegional(code) || HEADQUARTERS.equals(code);
    }
}
