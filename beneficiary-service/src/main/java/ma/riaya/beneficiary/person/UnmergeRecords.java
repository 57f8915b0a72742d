package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes two records of one again: both as they were, and what was entered since with whom it belongs to. */
@Singleton
public class UnmergeRecords {

    private final Jdbi jdbi;
    private final PersonAccess access;
    private final Persons persons;
    private final RecordParts parts;
    private final MergedIdentities identities;
    private final Holdings holdings;
    private final Knowledge knowledge;

    UnmergeRecords(
            Jdbi jdbi,
            PersonAccess access,
            Persons persons,
            RecordParts parts,
            MergedIdentities identities,
            Holdings holdings,
            Knowledge knowledge) {
        this.jdbi = jdbi;
        this.access = access;
        this.persons = persons;
        this.parts = parts;
        this.identities = identities;
        this.holdings = holdings;
        this.knowledge = knowledge;
    }

    private record Line(UUID former, @Nullable UUID carried) {}

    /** The survivor, held until the transaction ends, and the versions of both. */
    @Transactional(Transactional.TxType.MANDATORY)
    public MergeRecords.Checked hold(UUID survivor, UUID merged) {
        holdings.lock(holdings.relatives(Set.of(survivor, merged)));
        PersonRecord one = access.toChange(survivor);
        PersonRecord other = persons.lock(merged)
                .orElseThrow(() -> new RefusedException(new CannotFindPerson.PersonUnknown(merged)));
        return new MergeRecords.Checked(Map.of(), one.version(), other.version());
    }

    /** What was entered on the survivor since the merge: each row may belong to the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LineSince> since(UUID survivor, UUID merge) {
        return entered(survivor, merge).stream()
                .map(part -> new LineSince(
                        part.id(), part.kind(), part.what(), part.otherId(), part.from(), part.until(), part.source()))
                .toList();
    }

    /**
     * Begins: what is to move or to make way is closed, so that both records can hold it again.
     *
     * <p>The approval itself follows, and then {@link #restore}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> begin(UUID unmerge, UUID merge, UUID survivor, Collection<UUID> others) {
        knowledge.begin(Knowledge.Cause.UNMERGE, unmerge, null);
        Set<UUID> asked = new HashSet<>(others);
        List<RecordPart> moving = entered(survivor, merge).stream()
                .filter(part -> asked.contains(part.id()))
                .toList();
        List<RecordPart> carried = carried(survivor, merge);
        List<RecordPart> closing = new ArrayList<>(moving);
        parts.now(List.of(survivor)).stream()
                .filter(part -> isOf(carried, part))
                .forEach(closing::add);
        parts.close(closing);
        return moving.stream().map(RecordPart::id).toList();
    }

    /** Both records hold again what they held, and the other what was said to be its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void restore(
            UUID merge, UUID survivor, UUID merged, Map<Field, MergedChoice> choices, Collection<UUID> moved) {
        for (RecordPart part : parts.ever(List.of(survivor), moved)) {
            parts.open(part.repointed(survivor, merged), part.source());
        }
        List<Line> lines = lines(merge);
        Map<UUID, RecordPart> former =
                parts
                        .ever(
                                List.of(survivor, merged),
                                lines.stream().map(Line::former).toList())
                        .stream()
                        .collect(Collectors.toMap(RecordPart::id, Function.identity()));
        for (Line line : lines) {
            RecordPart part = former.get(line.former());
            // What follows from an event follows anew; what somebody entered since stands before what was.
            if (part != null && !part.derived()) {
                restore(part, parts.now(List.of(survivor, merged)));
            }
        }
        giveBack(merge, survivor, merged, choices);
        holdings.touch(List.of(merged));
    }

    /** What became known of the survivor since, but for what the merge itself carried, whatever events made of it. */
    private List<RecordPart> entered(UUID survivor, UUID merge) {
        List<RecordPart> carried = carried(survivor, merge);
        return parts.since(survivor, merge).stream()
                .filter(part -> !isOf(carried, part))
                .toList();
    }

    private List<RecordPart> carried(UUID survivor, UUID merge) {
        return parts.ever(
                List.of(survivor),
                lines(merge).stream()
                        .map(Line::carried)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static boolean isOf(List<RecordPart> carried, RecordPart part) {
        return carried.stream().anyMatch(one -> one.id().equals(part.id()) || isSame(one, part));
    }

    /** What is sealed has no other row of the same statement. */
    private static boolean isSame(RecordPart one, RecordPart part) {
        return part.sealed() == null && one.statesTheSameAs(part);
    }

    private void restore(RecordPart part, List<RecordPart> held) {
        List<RecordPart> inTheWay =
                held.stream().filter(other -> other.excludes(part)).toList();
        if (inTheWay.stream().allMatch(RecordPart::derived)) {
            parts.close(inTheWay);
            parts.open(part, part.source());
        }
    }

    /** A value that came with the merge goes back; one that was changed since stays. */
    private void giveBack(UUID merge, UUID survivor, UUID merged, Map<Field, MergedChoice> choices) {
        MergedIdentities.Known before = identities.before(merge, survivor);
        MergedIdentities.Known now = identities.known(survivor);
        MergedIdentities.Known other = identities.known(merged);
        List<Field> back = choices.entrySet().stream()
                .filter(choice -> choice.getValue() == MergedChoice.MERGED)
                .map(Map.Entry::getKey)
                .filter(field -> !now.differs(field, other))
                .toList();
        identities.take(survivor, before, back, Optional.of(Origins.stored(before.origins())));
    }

    private List<Line> lines(UUID merge) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT former, carried FROM merged_line WHERE merge_id = :merge ORDER BY kind, former")
                .bind("merge", merge)
                .mapTo(Line.class)
                .list());
    }
}
