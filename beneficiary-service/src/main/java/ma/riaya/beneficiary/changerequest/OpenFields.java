package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.beneficiary.protection.StatedPurpose;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** Which sensitive values of a request a stated purpose opens to the reader; each such look leaves a record. */
@Singleton
class OpenFields {

    /** What a paper tells of an injury or an illness. */
    static final String EVIDENCE = "evidence";

    private static final String ACCOUNT = "account";

    private final CurrentCaller caller;
    private final Audit audit;

    OpenFields(CurrentCaller caller, Audit audit) {
        this.caller = caller;
        this.audit = audit;
    }

    Set<String> of(ChangeRequest request, @Nullable String purpose) {
        return StatedPurpose.of(purpose).map(stated -> opened(request, stated)).orElseGet(Set::of);
    }

    private Set<String> opened(ChangeRequest request, Purpose purpose) {
        Set<String> opened = Stream.of("cin", "pension", EVIDENCE, ACCOUNT)
                .filter(field -> !field.equals(ACCOUNT) || seesAccounts(request))
                .collect(Collectors.toSet());
        audit.append(AuditEntry.of("change-request-read", "person", request.personId())
                .forPurpose(purpose.name())
                .with(Map.of(
                        "request",
                        request.id().toString(),
                        "fields",
                        opened.stream().sorted().collect(Collectors.joining(",")))));
        return opened;
    }

    /** Whoever decides on an account compares its number with the bank's paper. */
    private boolean seesAccounts(ChangeRequest request) {
        Caller reader = caller.get();
        return reader.hasAny(Roles.FINANCE, Roles.AUDITOR) || request.kind().isApprovedBy(reader);
    }
}
