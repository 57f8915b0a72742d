package ma.riaya.beneficiary.merge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.event.MoveEvents;
import ma.riaya.beneficiary.person.Field;
import ma.riaya.beneficiary.person.LineSince;
import ma.riaya.beneficiary.person.MergeRecords;
import ma.riaya.beneficiary.person.MergedChoice;
import ma.riaya.beneficiary.person.UnmergeRecords;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;

/** Approves, rejects or withdraws a proposal; an approval makes two records one, or two again, whole in one transaction. */
@Singleton
class DecideMerge {

    private final Proposals proposals;
    private final MergeRecords merge;
    private final UnmergeRecords unmerge;
    private final MoveEvents events;
    private final CurrentCaller caller;
    private final IfMatch ifMatch;
    private final Audit audit;

    DecideMerge(
            Proposals proposals,
            MergeRecords merge,
            UnmergeRecords unmerge,
            MoveEvents events,
            CurrentCaller caller,
            IfMatch ifMatch,
            Audit audit) {
        this.proposals = proposals;
        this.merge = merge;
        this.unmerge = unmerge;
        this.events = events;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    /** Both records have to be as the proposer saw them, or the proposal is made anew. */
    @Transactional
    void approve(UUID id, HttpHeaders headers) {
        Proposal proposal = open(id, headers);
        demandAnother(proposal);
        if (proposal.kind() == Proposal.Kind.MERGE) {
            merge(proposal);
        } else {
            unmerge(proposal);
        }
        note(proposal, proposal.kind() == Proposal.Kind.MERGE ? "persons-merged" : "persons-unmerged");
    }

    @Transactional
    void reject(UUID id, HttpHeaders headers, String reason) {
        Proposal proposal = open(id, headers);
        demandAnother(proposal);
        proposals.decide(id, Proposal.State.REJECTED, caller.get().subject(), reason);
        note(proposal, "merge-rejected");
    }

    @Transactional
    void withdraw(UUID id, HttpHeaders headers) {
        Proposal proposal = open(id, headers);
        if (!proposal.proposedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotDecideMerge.NotTheProposer());
        }
        proposals.decide(id, Proposal.State.WITHDRAWN, caller.get().subject(), null);
        note(proposal, "merge-withdrawn");
    }

    List<String> actions(Proposal proposal) {
        Caller reader = caller.get();
        List<String> actions = new ArrayList<>();
        if (proposal.isOpen() && reader.has(Roles.REGISTRY_MANAGER)) {
            if (proposal.proposedBy().equals(reader.subject())) {
                actions.add("withdraw");
            } else {
                actions.add("approve");
                actions.add("reject");
            }
        }
        if (proposal.kind() == Proposal.Kind.MERGE
                && proposal.state() == Proposal.State.DONE
                && reader.has(Roles.REGISTRY_MANAGER)
                && proposals.isInForce(proposal.id())) {
            actions.add("propose-unmerge");
        }
        return actions;
    }

    private void merge(Proposal proposal) {
        MergeRecords.Asked asked = new MergeRecords.Asked(
                proposal.survivor(), proposal.merged(), proposals.choices(proposal), new HashSet<>(proposal.lines()));
        demandAsSeen(proposal, merge.check(asked));
        merge.carry(proposal.id(), asked);
        done(proposal);
        merge.follow(proposal.survivor(), proposal.merged());
    }

    private void unmerge(Proposal proposal) {
        UUID undone = Objects.requireNonNull(proposal.undoes(), "the merge that an unmerge undoes");
        UUID survivor = proposal.survivor();
        demandAsSeen(proposal, unmerge.hold(survivor, proposal.merged()));
        if (!proposals.isInForce(undone)) {
            throw new RefusedException(new CannotDecideMerge.NotInForce(undone));
        }
        List<LineSince> moving = events.since(survivor, undone).stream()
                .filter(line -> proposal.lines().contains(line.id()))
                .toList();
        Map<Field, MergedChoice> choices = proposals.choices(proposal);
        List<UUID> moved = unmerge.begin(proposal.id(), undone, survivor, proposal.lines());
        events.move(moving, survivor, undone, proposal.merged());
        done(proposal);
        unmerge.restore(undone, survivor, proposal.merged(), choices, moved);
        merge.follow(survivor, proposal.merged());
    }

    private void done(Proposal proposal) {
        proposals.decide(proposal.id(), Proposal.State.DONE, caller.get().subject(), null);
    }

    private static void demandAsSeen(Proposal proposal, MergeRecords.Checked now) {
        boolean survivorChanged = proposal.survivorVersion() != now.survivorVersion();
        boolean mergedChanged = proposal.mergedVersion() != now.mergedVersion();
        if (survivorChanged || mergedChanged) {
            throw new RefusedException(new CannotDecideMerge.ChangedSince(
                    survivorChanged && mergedChanged ? "BOTH" : survivorChanged ? "SURVIVOR" : "MERGED"));
        }
    }

    private Proposal open(UUID id, HttpHeaders headers) {
        Proposal proposal =
                proposals.lock(id).orElseThrow(() -> new RefusedException(new CannotDecideMerge.MergeUnknown(id)));
        ifMatch.require(headers, proposal.version());
        if (!proposal.isOpen()) {
            throw new RefusedException(new CannotDecideMerge.DecidedAlready(proposal.state()));
        }
        return proposal;
    }

    private void demandAnother(Proposal proposal) {
        if (proposal.proposedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotDecideMerge.ProposerDecides());
        }
    }

    private void note(Proposal proposal, String action) {
        audit.append(AuditEntry.of(action, "person", proposal.survivor())
                .with(Map.of(
                        "merge",
                        proposal.id().toString(),
                        "merged",
                        proposal.merged().toString())));
        audit.append(AuditEntry.of(action, "person", proposal.merged())
                .with(Map.of(
                        "merge",
                        proposal.id().toString(),
                        "survivor",
                        proposal.survivor().toString())));
    }
}
