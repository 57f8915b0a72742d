package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** Which sensitive values of a request a stated purpose opens to the reader; each such look leaves a record. */
@Singleton
class OpenFields {

    /** What a paper tells of an injury or an illness. */
    static final String EVIDENCE = "evidence";

    private final StatePurpose purposes;
    private final CurrentCaller caller;
    private final RecordLooks looks;

    OpenFields(StatePurpose purposes, CurrentCaller caller, RecordLooks looks) {
        this.purposes = purposes;
        this.caller = caller;
        this.looks = looks;
    }

    Set<String> of(ChangeRequest request, @Nullable String purpose) {
        return purposes.of(purpose).map(stated -> opened(request, stated)).orElseGet(Set::of);
    }

    private Set<String> opened(ChangeRequest request, StatedPurpose purpose) {
        Set<SensitiveField> opened = EnumSet.noneOf(SensitiveField.class);
        opened.addAll(purpose.covers());
        if (!seesAccounts(request)) {
            opened.remove(SensitiveField.ACCOUNT);
        }
        purposes.demandCovered(opened, Set.of());
        looks.record(RecordLooks.Look.at(request.personId(), "change-request-read", opened)
                .forPurpose(purpose.code())
                .with(Map.of("request", request.id().toString())));
        return opened.stream().map(OpenFields::named).collect(Collectors.toSet());
    }

    private static String named(SensitiveField field) {
        return field == SensitiveField.HEALTH ? EVIDENCE : field.shown();
    }

    /** Whoever decides on an account compares its number with the bank's paper. */
    private boolean seesAccounts(ChangeRequest request) {
        Caller reader = caller.get();
        return reader.hasAny(Roles.FINANCE, Roles.AUDITOR) || request.kind().isApprovedBy(reader);
    }
}
