package ma.riaya.welfare.purpose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** The purposes of the register of processing (Law 09-08) for which this service shows a sensitive field. */
public enum Purpose {
    AID_INSTRUCTION,
    PAYMENT,
    REGISTRY_MAINTENANCE,
    AUDIT;

    /** The header that states it. */
    public static final String HEADER = "Riaya-Purpose";

    /** The purpose stated, provided it is one of those that cover the look; refused where missing or another. */
    public static Purpose require(@Nullable String stated, Purpose... covering) {
        return stated(stated, covering)
                .orElseThrow(() -> new RefusedException(new CannotLook.PurposeMissing(names(covering))));
    }

    /** The purpose stated, empty where none is; refused where it is another than those that cover the look. */
    public static Optional<Purpose> stated(@Nullable String stated, Purpose... covering) {
        if (stated == null || stated.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(covering)
                .filter(purpose -> purpose.name().equals(stated.strip()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new CannotLook.PurposeNotCovered(names(covering)))));
    }

    private static List<String> names(Purpose... purposes) {
        return Arrays.stream(purposes).map(Purpose::name).toList();
    }
}
