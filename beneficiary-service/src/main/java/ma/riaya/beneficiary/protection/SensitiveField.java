package ma.riaya.beneficiary.protection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is shown for a purpose only, and leaves a record when it is (Law 09-08). */
public enum SensitiveField {
    CIN,
    ACCOUNT,
    PENSION,
    /** What a paper of evidence tells of an illness or an injury. */
    HEALTH;

    /** As a view and a record name it. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SensitiveField> named(String shown) {
        return Arrays.stream(values())
                .filter(field -> field.shown().equals(shown))
                .findFirst();
    }

    public static String shown(Collection<SensitiveField> fields) {
        return fields.stream().sorted().map(SensitiveField::shown).collect(Collectors.joining(","));
    }
}
