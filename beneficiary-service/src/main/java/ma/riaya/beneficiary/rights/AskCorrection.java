package ma.riaya.beneficiary.rights;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.rights.CorrectionRequest.FiledAs;
import ma.riaya.beneficiary.rights.CorrectionRequest.State;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Files what a person says is wrong, and lets a registry manager answer with reasons. */
@Singleton
class AskCorrection {

    private final CorrectionRequests requests;
    private final PersonAccess access;
    private final RecordLooks looks;
    private final Audit audit;
    private final CurrentCaller caller;

    AskCorrection(
            CorrectionRequests requests, PersonAccess access, RecordLooks looks, Audit audit, CurrentCaller caller) {
        this.requests = requests;
        this.access = access;
        this.looks = looks;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    CorrectionView file(UUID person, String said) {
        Caller filing = caller.get();
        boolean own = isOwn(person);
        if (own) {
            access.demandOwn(person);
        } else {
            demandInReach(person);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        requests.insert(id, person, said, own ? FiledAs.PERSON : FiledAs.OFFICER, filing.subject());
        return noted(id, "correction-filed");
    }

    @Transactional
    CorrectionView answer(UUID id, State outcome, String reasons) {
        CorrectionRequest open = open(id);
        if (open.filedBy().equals(caller.get().subject()) || isOwn(open.personId())) {
            throw new RefusedException(new CannotCorrect.OwnCorrection());
        }
        requests.answer(id, outcome, reasons, caller.get().subject());
        return noted(id, outcome == State.ACCEPTED ? "correction-accepted" : "correction-refused");
    }

    @Transactional
    CorrectionView withdraw(UUID id) {
        CorrectionRequest open = open(id);
        if (!open.filedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotCorrect.CorrectionOfAnother());
        }
        requests.answer(id, State.WITHDRAWN, null, caller.get().subject());
        return noted(id, "correction-withdrawn");
    }

    /** The texts are told to the person, and to others for a purpose; that look is recorded. */
    @Transactional
    CorrectionView read(UUID id, Optional<StatedPurpose> purpose) {
        CorrectionRequest request =
                requests.find(id).orElseThrow(() -> new RefusedException(new CannotCorrect.CorrectionUnknown(id)));
        if (isOwn(request.personId())) {
            return view(request, true);
        }
        if (!caller.get().hasAny(Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR)) {
            throw new RefusedException(new CannotCorrect.CorrectionUnknown(id));
        }
        demandInReach(request.personId());
        purpose.ifPresent(stated -> looks.record(RecordLooks.Look.at(request.personId(), "correction-read", Set.of())
                .forPurpose(stated.code())));
        return view(request, purpose.isPresent());
    }

    @Transactional
    Page<CorrectionView> ofPerson(UUID person, Paging paging) {
        if (isOwn(person)) {
            access.demandOwn(person);
        } else {
            demandInReach(person);
        }
        return page(person, null, paging, isOwn(person));
    }

    @Transactional
    Page<CorrectionView> all(@Nullable State state, Paging paging) {
        return page(null, state, paging, false);
    }

    private Page<CorrectionView> page(@Nullable UUID person, @Nullable State state, Paging paging, boolean told) {
        Cursor after = paging.after(1);
        return Page.of(
                        requests.page(person, state, after == null ? null : after.uuid(0), paging.toRead()),
                        paging.limit(),
                        request -> Cursor.of(request.id()))
                .map(request -> view(request, told));
    }

    private void demandInReach(UUID person) {
        if (!caller.get().hasAny(Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR)) {
            access.demandOwn(person);
        }
        access.demandReadable(person);
    }

    private boolean isOwn(UUID person) {
        return caller.get().person().filter(person::equals).isPresent();
    }

    private CorrectionRequest open(UUID id) {
        CorrectionRequest request =
                requests.lock(id).orElseThrow(() -> new RefusedException(new CannotCorrect.CorrectionUnknown(id)));
        if (request.state() != State.FILED) {
            throw new RefusedException(
                    new CannotCorrect.CorrectionAnswered(request.state().name()));
        }
        return request;
    }

    /** Without the texts: the answer to an {@code Idempotency-Key} is kept as it is. */
    private CorrectionView noted(UUID id, String action) {
        CorrectionRequest request = requests.find(id).orElseThrow();
        audit.append(AuditEntry.of(action, "person", request.personId()).with(Map.of("correction", id.toString())));
        return view(request, false);
    }

    private CorrectionView view(CorrectionRequest request, boolean told) {
        Caller reader = caller.get();
        List<String> actions = new ArrayList<>();
        if (request.state() == State.FILED) {
            boolean filer = request.filedBy().equals(reader.subject());
            if (filer) {
                actions.add("withdraw");
            }
            if (reader.has(Roles.REGISTRY_MANAGER) && !filer && !isOwn(request.personId())) {
                actions.add("answer");
            }
        }
        return new CorrectionView(
                request.id(),
                request.personId(),
                request.state(),
                request.filedAs(),
                request.filedAt().toInstant(),
                request.answeredAt() == null ? null : request.answeredAt().toInstant(),
                told ? requests.said(request) : null,
                told ? requests.answer(request) : null,
                told,
                actions);
    }
}
