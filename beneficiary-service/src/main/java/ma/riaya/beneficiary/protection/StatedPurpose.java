package ma.riaya.beneficiary.protection;

import java.util.Arrays;
import java.util.Optional;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads the purpose that a request states in {@code Riaya-Purpose}. */
public final class StatedPurpose {

    public static final String HEADER = "Riaya-Purpose";

    private StatedPurpose() {}

    /** Empty where none is stated; refused where it is none of the known ones. */
    public static Optional<Purpose> of(@Nullable String stated) {
        if (stated == null || stated.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(stated.strip()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new CannotLook.PurposeUnknown())));
    }

    /** For what one purpose alone opens. */
    public static Purpose require(@Nullable String stated, Purpose needed) {
        Purpose purpose = of(stated).orElseThrow(() -> new RefusedException(new CannotLook.PurposeMissing()));
        if (purpose != needed) {
            throw new RefusedException(new CannotLook.PurposeNotCovering(needed));
        }
        return purpose;
    }
}
