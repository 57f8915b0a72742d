package ma.riaya.beneficiary.processing;

import java.util.Set;
import ma.riaya.beneficiary.protection.SensitiveField;

/** A purpose of the register that the caller states and may state, and what it opens. */
public record StatedPurpose(String code, Set<SensitiveField> covers) {

    public static final String HEADER = "Riaya-Purpose";

    public StatedPurpose {
        covers = Set.copyOf(covers);
    }
}
