package ma.riaya.beneficiary.processing;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads the purpose that a request states in {@code Riaya-Purpose}, and holds it against the register. */
@Singleton
public class StatePurpose {

    public static final String PAYMENT = "PAYMENT";
    public static final String REGISTRY_MAINTENANCE = "REGISTRY_MAINTENANCE";
    public static final String STATISTICS = "STATISTICS";
    public static final String PERSON_REQUEST = "PERSON_REQUEST";

    private final Purposes purposes;
    private final CurrentCaller caller;

    StatePurpose(Purposes purposes, CurrentCaller caller) {
        this.purposes = purposes;
        this.caller = caller;
    }

    /** Empty where none is stated; refused by name where it is not in force, or not for the caller's role. */
    public Optional<StatedPurpose> of(@Nullable String stated) {
        return isStated(stated)
                ? Optional.of(checked(stated, purposes.inForce(), found -> true, Set.of()))
                : Optional.empty();
    }

    /** For what any purpose opens that covers the fields. */
    public StatedPurpose require(@Nullable String stated, Collection<SensitiveField> fields) {
        return demand(stated, found -> true, fields);
    }

    /** For what one purpose alone opens. */
    public StatedPurpose requireOnly(String needed, @Nullable String stated, Collection<SensitiveField> fields) {
        return demand(stated, found -> found.code().equals(needed), fields);
    }

    /** The fields named in a request, all where none is; refused where one is not known. */
    public Set<SensitiveField> fields(@Nullable String named) {
        if (named == null || named.isBlank()) {
            return Set.of();
        }
        Set<SensitiveField> fields = EnumSet.noneOf(SensitiveField.class);
        for (String field : named.split(",", -1)) {
            fields.add(SensitiveField.named(field.strip())
                    .orElseThrow(() -> new RefusedException(
                            new CannotLook.FieldUnknown(SensitiveField.shown(EnumSet.allOf(SensitiveField.class))))));
        }
        return fields;
    }

    /** Refused where the purpose opens less than is asked for. */
    public void demandCovered(Collection<SensitiveField> opened, Collection<SensitiveField> asked) {
        if (!opened.containsAll(asked) || opened.isEmpty()) {
            throw new RefusedException(notCovering(purposes.inForce(), found -> true, asked));
        }
    }

    private StatedPurpose demand(
            @Nullable String stated, Predicate<PurposeVersion> meant, Collection<SensitiveField> fields) {
        List<PurposeVersion> register = purposes.inForce();
        if (!isStated(stated)) {
            throw new RefusedException(new CannotLook.PurposeMissing(codes(register, meant)));
        }
        return checked(stated, register, meant, fields);
    }

    private StatedPurpose checked(
            @Nullable String stated,
            List<PurposeVersion> register,
            Predicate<PurposeVersion> meant,
            Collection<SensitiveField> fields) {
        String code = stated == null ? "" : stated.strip();
        PurposeVersion purpose = register.stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new CannotLook.PurposeUnknown(codes(register, found -> true))));
        if (!meant.test(purpose) || !purpose.covers().containsAll(fields)) {
            throw new RefusedException(notCovering(register, meant, fields));
        }
        if (!purpose.isAuthorised(purposes.today())) {
            throw new RefusedException(new CannotLook.PurposeNotAuthorised(code));
        }
        if (!isFor(purpose)) {
            throw new RefusedException(new CannotLook.PurposeNotForRole(code, codes(register, this::isFor)));
        }
        return new StatedPurpose(code, purpose.covers());
    }

    private boolean isFor(PurposeVersion purpose) {
        Caller asking = caller.get();
        return purpose.roles().stream().anyMatch(asking::has);
    }

    /** Names those that the caller may state; where there is none, those that others may. */
    private CannotLook notCovering(
            List<PurposeVersion> register, Predicate<PurposeVersion> meant, Collection<SensitiveField> fields) {
        Predicate<PurposeVersion> covering = meant.and(found -> found.covers().containsAll(fields));
        String own = codes(register, covering.and(this::isFor));
        return new CannotLook.PurposeNotCovering(own.isEmpty() ? codes(register, covering) : own);
    }

    private static boolean isStated(@Nullable String stated) {
        return stated != null && !stated.isBlank();
    }

    private static String codes(List<PurposeVersion> register, Predicate<PurposeVersion> which) {
        return register.stream().filter(which).map(PurposeVersion::code).collect(Collectors.joining(", "));
    }
}
