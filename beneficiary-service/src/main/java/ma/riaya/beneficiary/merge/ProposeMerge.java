package ma.riaya.beneficiary.merge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.event.MoveEvents;
import ma.riaya.beneficiary.person.CannotMerge;
import ma.riaya.beneficiary.person.LineSince;
import ma.riaya.beneficiary.person.MergePreview;
import ma.riaya.beneficiary.person.MergeRecords;
import ma.riaya.beneficiary.person.UnmergeRecords;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;

/** Proposes that two records become one, or are two again; nothing of them changes yet. */
@Singleton
class ProposeMerge {

    private final Proposals proposals;
    private final MergeRecords merge;
    private final UnmergeRecords unmerge;
    private final MoveEvents events;
    private final CurrentCaller caller;
    private final Audit audit;

    ProposeMerge(
            Proposals proposals,
            MergeRecords merge,
            UnmergeRecords unmerge,
            MoveEvents events,
            CurrentCaller caller,
            Audit audit) {
        this.proposals = proposals;
        this.merge = merge;
        this.unmerge = unmerge;
        this.events = events;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    MergePreview preview(UUID survivor, UUID merged) {
        return merge.preview(survivor, merged);
    }

    /** What was entered on the survivor since the merge. */
    @Transactional
    List<LineSince> since(UUID id) {
        Proposal done = inForce(id);
        return Stream.concat(unmerge.since(done.survivor(), id).stream(), events.since(done.survivor(), id).stream())
                .toList();
    }

    @Transactional
    UUID propose(MergeBody body) {
        MergeRecords.Asked asked =
                new MergeRecords.Asked(body.survivor(), body.merged(), body.said(), new HashSet<>(body.rows()));
        MergeRecords.Checked checked = merge.check(asked);
        return add(new Proposals.Proposed(
                Proposal.Kind.MERGE,
                body.survivor(),
                body.merged(),
                null,
                checked.choices(),
                asked.dropped(),
                List.of(),
                body.reason(),
                checked.survivorVersion(),
                checked.mergedVersion(),
                caller.get().subject()));
    }

    @Transactional
    UUID proposeUnmerge(UUID id, UnmergeBody body) {
        Proposal done = inForce(id);
        MergeRecords.Checked held = unmerge.hold(done.survivor(), done.merged());
        Set<UUID> known = since(id).stream().map(LineSince::id).collect(Collectors.toSet());
        body.rows().stream().filter(row -> !known.contains(row)).findFirst().ifPresent(row -> {
            throw new RefusedException(new CannotMerge.LineUnknown(row));
        });
        return add(new Proposals.Proposed(
                Proposal.Kind.UNMERGE,
                done.survivor(),
                done.merged(),
                id,
                proposals.choices(done),
                body.rows(),
                body.requests(),
                body.reason(),
                held.survivorVersion(),
                held.mergedVersion(),
                caller.get().subject()));
    }

    private Proposal inForce(UUID id) {
        Proposal done =
                proposals.find(id).orElseThrow(() -> new RefusedException(new CannotDecideMerge.MergeUnknown(id)));
        if (!proposals.isInForce(id)) {
            throw new RefusedException(new CannotDecideMerge.NotInForce(id));
        }
        return done;
    }

    private UUID add(Proposals.Proposed proposed) {
        UUID id = proposals
                .add(proposed)
                .orElseThrow(() -> new RefusedException(new CannotDecideMerge.ProposedAlready()));
        audit.append(AuditEntry.of(
                        proposed.kind() == Proposal.Kind.MERGE ? "merge-proposed" : "unmerge-proposed",
                        "person",
                        proposed.survivor())
                .with(Map.of("merge", id.toString(), "merged", proposed.merged().toString())));
        return id;
    }
}
