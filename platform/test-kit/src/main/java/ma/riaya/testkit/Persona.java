package ma.riaya.testkit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people that tests act as: the same names, roles and offices as the demonstration users of the realm. */
public enum Persona {
    KHADIJA("RAB", "officer"),
    YOUSSEF("RAB", "office-head"),
    AICHA("ERR", "officer", "office-head"),
    HASSAN("ERR", "office-head"),
    FATIMA("ERR", "officer"),
    NADIA(null, "committee"),
    OMAR(null, "committee"),
    SAMIRA(null, "finance"),
    KARIM(null, "finance"),
    DRISS(null, "auditor"),
    LATIFA(null, "registry-manager"),
    BRAHIM(null, "registry-manager"),
    SALMA(null, "admin"),
    ANAS(null, "admin"),
    MINA(null, "beneficiary"),
    /** Signed in, and given no role at all. */
    NOBODY(null);

    private final @Nullable String office;
    private final List<String> roles;

    Persona(@Nullable String office, String... roles) {
        this.office = office;
        this.roles = List.of(roles);
    }

    public String username() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Stable across runs, so that tests can say who proposed. */
    public String subject() {
        return UUID.nameUUIDFromBytes(username().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    public Optional<String> office() {
        return Optional.ofNullable(office);
    }

    public List<String> roles() {
        return roles;
    }
}
