package ma.riaya.beneficiary.processing;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;

/** Prepares a version of a purpose, and lets a second person put it in force. */
@Singleton
class ChangeRegister {

    private final Purposes purposes;
    private final CurrentCaller caller;
    private final Audit audit;

    ChangeRegister(Purposes purposes, CurrentCaller caller, Audit audit) {
        this.purposes = purposes;
        this.caller = caller;
        this.audit = audit;
    }

    /** A code that the register does not have yet begins with its first version. */
    @Transactional
    PurposeVersion propose(String code, PurposeBody body) {
        List<PurposeVersion> before = purposes.locked(code);
        int version = before.isEmpty() ? 1 : before.getFirst().version() + 1;
        if (!purposes.propose(code, version, body, caller.get().subject())) {
            throw new RefusedException(new CannotRegister.PurposeChangeWaits(code));
        }
        note("purpose-proposed", code, version);
        return found(purposes.versions(code), code, version);
    }

    @Transactional
    PurposeVersion approve(String code, int version) {
        demandOpenToCaller(code, version);
        purposes.approve(code, version, caller.get().subject());
        note("purpose-approved", code, version);
        return found(purposes.versions(code), code, version);
    }

    @Transactional
    PurposeVersion refuse(String code, int version) {
        demandOpenToCaller(code, version);
        purposes.decide(
                code, version, PurposeVersion.State.REFUSED, caller.get().subject());
        note("purpose-refused", code, version);
        return found(purposes.versions(code), code, version);
    }

    private void demandOpenToCaller(String code, int version) {
        PurposeVersion open = found(purposes.locked(code), code, version);
        if (open.state() != PurposeVersion.State.PROPOSED) {
            throw new RefusedException(new CannotRegister.PurposeVersionDecided(code, version));
        }
        if (open.proposedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotRegister.OwnPurposeChange());
        }
    }

    static PurposeVersion found(List<PurposeVersion> versions, String code, int version) {
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new CannotRegister.PurposeVersionUnknown(code, version)));
    }

    private void note(String action, String code, int version) {
        audit.append(
                AuditEntry.of(action, "processing-purpose", code).with(Map.of("version", Integer.toString(version))));
    }
}
