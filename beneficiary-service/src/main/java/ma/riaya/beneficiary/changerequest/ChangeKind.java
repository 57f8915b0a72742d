package ma.riaya.beneficiary.changerequest;

import java.util.Set;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;

/** What a request asks to change, and who may approve it. */
enum ChangeKind {
    IDENTITY(Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER),
    ACCOUNT(Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER),
    LINK(Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER),
    CATEGORY(Roles.REGISTRY_MANAGER),
    PENSION(Roles.REGISTRY_MANAGER);

    private final Set<String> approvers;

    ChangeKind(String... approvers) {
        this.approvers = Set.of(approvers);
    }

    boolean isApprovedBy(Caller caller) {
        return approvers.stream().anyMatch(caller::has);
    }
}
