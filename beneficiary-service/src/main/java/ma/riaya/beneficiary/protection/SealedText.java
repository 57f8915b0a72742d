package ma.riaya.beneficiary.protection;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals free text that may tell of an illness, as text: it stands in columns of text, whose rows are copied when they are corrected.
 *
 * <p>It is bound to the person, or of knowledge to the event, and not to the row, so that a copy of the row opens and another person's does not.
 */
@Singleton
public class SealedText {

    /** No word of a language begins so. */
    public static final String MARK = "sealed:";

    private final Seal seal;

    SealedText(Seal seal) {
        this.seal = seal;
    }

    public @Nullable String close(UUID person, @Nullable String text) {
        return text == null
                ? null
                : MARK + Base64.getEncoder().encodeToString(seal.close(SealedColumn.EVIDENCE, person, text));
    }

    public @Nullable String open(UUID person, @Nullable String stored) {
        return stored == null || !stored.startsWith(MARK)
                ? stored
                : seal.open(SealedColumn.EVIDENCE, person, Base64.getDecoder().decode(stored.substring(MARK.length())));
    }
}
