package ma.riaya.welfare.office;

import java.util.Set;
import ma.riaya.kit.problem.RefusedException;

/** The codes by which files and envelopes name who holds them: the 17 regional offices, and headquarters. */
public final class OfficeCodes {

    public static final String HEADQUARTERS = "HQ";

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    /** The regional offices of September 2025; what else is known of them is asked of regional-office-service. */
    private static final Set<String> REGIONAL = Set.of(
            "AGA", "ALH", "BEM", "CAS", "DAK", "ERR", "FES", "KEN", "LAA", "NAD", "OUJ", "RAB", "SAF", "SAL", "TAN",
            "TAZ", "TET");

    private OfficeCodes() {}

    public static boolean isRegional(String code) {
        return REGIONAL.contains(code);
    }

    /** Refused as office-unknown, 422, where no office has the code that a body names. */
    public static void demandKnown(String code) {
        demandKnown(code, UNPROCESSABLE);
    }

    /** Refused as office-unknown, 400, where no office has the code that an address names. */
    public static void demandKnownInAddress(String code) {
        demandKnown(code, BAD_REQUEST);
    }

    private static void demandKnown(String code, int status) {
        if (!isRegional(code) && !HEADQUARTERS.equals(code)) {
            throw new RefusedException(new OfficeUnknown(code, status));
        }
    }
}
