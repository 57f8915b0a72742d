package ma.riaya.beneficiary.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes one record of two: what both hold is held by the survivor, and nothing of either past is overwritten. */
@Singleton
public class MergeRecords {

    private final Jdbi jdbi;
    private final PersonAccess access;
    private final CompareRecords compare;
    private final RecordParts parts;
    private final MergedIdentities identities;
    private final MergedRecords merged;
    private final Holdings holdings;
    private final Knowledge knowledge;
    private final Event<FamilyChanged> families;
    private final Event<RecordLeft> left;

    MergeRecords(
            Jdbi jdbi,
            PersonAccess access,
            CompareRecords compare,
            RecordParts parts,
            MergedIdentities identities,
            MergedRecords merged,
            Holdings holdings,
            Knowledge knowledge,
            Event<FamilyChanged> families,
            Event<RecordLeft> left) {
        this.jdbi = jdbi;
        this.access = access;
        this.compare = compare;
        this.parts = parts;
        this.identities = identities;
        this.merged = merged;
        this.holdings = holdings;
        this.knowledge = knowledge;
        this.families = families;
        this.left = left;
    }

    /** Two records, and what is to stand of them. */
    public record Asked(UUID survivor, UUID merged, Map<Field, MergedChoice> choices, Set<UUID> dropped) {}

    /** What was checked: every field that differs has its choice, and no two rows exclude each other. */
    public record Checked(Map<Field, MergedChoice> choices, long survivorVersion, long mergedVersion) {}

    /** A row that is carried, or closed where the survivor holds the same or it does not stand. */
    private record Carried(RecordPart former, @Nullable RecordPart as) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public MergePreview preview(UUID survivor, UUID other) {
        Pair pair = pair(survivor, other);
        List<Field> toChoose = new ArrayList<>();
        List<Field> carried = new ArrayList<>();
        for (Field field : MergedIdentities.FIELDS) {
            if (pair.one().differs(field, pair.other()) && pair.other().value(field) != null) {
                (pair.one().value(field) == null ? carried : toChoose).add(field);
            }
        }
        return new MergePreview(
                compare.side(survivor), compare.side(other), toChoose, carried, conflicts(plan(pair, Set.of()), pair));
    }

    /** Both are held until the transaction ends; refused by name where they cannot become one, or something is not chosen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Checked check(Asked asked) {
        Pair pair = pair(asked.survivor(), asked.merged());
        Map<Field, MergedChoice> choices = choices(pair, asked.choices());
        List<MergePreview.Conflict> conflicts = conflicts(plan(pair, asked.dropped()), pair);
        if (!conflicts.isEmpty()) {
            throw new RefusedException(new CannotMerge.LinesToChoose(conflicts));
        }
        return new Checked(choices, pair.survivorVersion(), pair.mergedVersion());
    }

    /** Carries everything to the survivor; the approval itself follows in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void carry(UUID merge, Asked asked) {
        Pair pair = pair(asked.survivor(), asked.merged());
        Map<Field, MergedChoice> choices = choices(pair, asked.choices());
        List<Carried> plan = plan(pair, asked.dropped());
        knowledge.begin(Knowledge.Cause.MERGE, merge, null);
        identities.keep(merge, asked.survivor());
        parts.close(plan.stream().map(Carried::former).toList());
        for (Carried row : plan) {
            RecordPart as = row.as();
            note(merge, row.former(), as == null ? null : parts.open(as, Source.ENTRY.name()));
        }
        List<Field> taken = choices.entrySet().stream()
                .filter(choice -> choice.getValue() == MergedChoice.MERGED)
                .map(Map.Entry::getKey)
                .filter(field -> field != Field.DEATH_DATE || !pair.other().diesByEvent())
                .toList();
        identities.take(asked.survivor(), pair.other(), taken, Optional.empty());
        left.fire(new RecordLeft(asked.merged()));
    }

    /** What follows from events follows anew, once the records are one or two. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(UUID survivor, UUID other) {
        families.fire(new FamilyChanged(holdings.relatives(Set.of(survivor, other))));
    }

    private record Pair(
            MergedIdentities.Known one,
            MergedIdentities.Known other,
            List<RecordPart> rows,
            long survivorVersion,
            long mergedVersion) {}

    private Pair pair(UUID survivor, UUID other) {
        if (survivor.equals(other)) {
            throw new RefusedException(new CannotMerge.MergeWithSelf());
        }
        // In one order for all, the families with them, before anything of them is read.
        holdings.lock(holdings.relatives(Set.of(survivor, other)));
        PersonRecord one = access.toChange(survivor);
        PersonRecord two = access.toChange(other);
        if (merged.standsForOthers(other)) {
            throw new RefusedException(new CannotMerge.StandsForOthers(other));
        }
        if (merged.areShieldedOtherwise(survivor, other)) {
            throw new RefusedException(new CannotMerge.ShieldedOtherwise());
        }
        if (merged.hasChangesAsked(other)) {
            throw new RefusedException(new CannotMerge.ChangesWait(other));
        }
        List<RecordPart> rows = parts.now(List.of(survivor, other));
        if (rows.stream().anyMatch(row -> row.touches(survivor) && row.touches(other))) {
            throw new RefusedException(new CannotMerge.OfRelatives());
        }
        MergedIdentities.Known first = identities.known(survivor);
        MergedIdentities.Known second = identities.known(other);
        if (first.isVerifiedAndAlive() && second.isVerifiedAndAlive() && first.differs(Field.CIN, second)) {
            throw new RefusedException(new CannotMerge.TwoIdentities());
        }
        return new Pair(first, second, rows, one.version(), two.version());
    }

    /** Where only one has a value, that one stands unless the other's want of it is chosen. */
    private static Map<Field, MergedChoice> choices(Pair pair, Map<Field, MergedChoice> said) {
        Map<Field, MergedChoice> choices = new EnumMap<>(Field.class);
        List<Field> open = new ArrayList<>();
        for (Field field : MergedIdentities.FIELDS) {
            if (!pair.one().differs(field, pair.other())) {
                continue;
            }
            MergedChoice choice = said.get(field);
            if (choice != null) {
                choices.put(field, choice);
            } else if (pair.one().value(field) == null) {
                choices.put(field, MergedChoice.MERGED);
            } else if (pair.other().value(field) == null) {
                choices.put(field, MergedChoice.SURVIVOR);
            } else {
                open.add(field);
            }
        }
        if (!open.isEmpty()) {
            throw new RefusedException(new CannotMerge.FieldsToChoose(open));
        }
        boolean leavesDeath = choices.get(Field.DEATH_DATE) == MergedChoice.SURVIVOR
                ? pair.one().deathDate() == null && pair.other().diesByEvent()
                : choices.get(Field.DEATH_DATE) == MergedChoice.MERGED
                        && pair.other().deathDate() == null
                        && pair.one().diesByEvent();
        if (leavesDeath) {
            throw new RefusedException(new CannotMerge.DeathByEvent());
        }
        return choices;
    }

    /** Every row of the one that goes, and of the survivor those that do not stand or follow from events in the place of one that is carried. */
    private List<Carried> plan(Pair pair, Collection<UUID> dropped) {
        UUID survivor = pair.one().id();
        UUID gone = pair.other().id();
        Set<UUID> unmet = new HashSet<>(dropped);
        List<RecordPart> standing = new ArrayList<>();
        List<Carried> plan = new ArrayList<>();
        for (RecordPart row : pair.rows()) {
            boolean drops = unmet.remove(row.id());
            if (!row.touches(gone)) {
                if (drops) {
                    plan.add(new Carried(row, null));
                } else {
                    standing.add(row);
                }
            }
        }
        Set<UUID> droppedRows = new HashSet<>(dropped);
        Map<UUID, RecordPart> makesWay = new HashMap<>();
        for (RecordPart row : pair.rows()) {
            if (row.touches(gone)) {
                RecordPart as = row.repointed(gone, survivor);
                boolean goes = row.derived()
                        || droppedRows.contains(row.id())
                        || standing.stream().anyMatch(same -> isSame(same, as));
                plan.add(new Carried(row, goes ? null : as));
                if (!goes) {
                    standing.stream()
                            .filter(other -> other.derived() && other.excludes(as))
                            .forEach(other -> makesWay.put(other.id(), other));
                }
            }
        }
        makesWay.values().forEach(row -> plan.add(new Carried(row, null)));
        if (!unmet.isEmpty()) {
            throw new RefusedException(
                    new CannotMerge.LineUnknown(unmet.iterator().next()));
        }
        return plan;
    }

    private boolean isSame(RecordPart one, RecordPart other) {
        return !one.derived()
                && one.excludes(other)
                && (one.kind() == PartKind.ACCOUNT
                        || one.from().equals(other.from())
                                && Objects.equals(one.until(), other.until())
                                && Objects.equals(one.endReason(), other.endReason())
                                && Objects.equals(one.otherId(), other.otherId()))
                && parts.isSameValue(one, other);
    }

    private static List<MergePreview.Conflict> conflicts(List<Carried> plan, Pair pair) {
        Set<UUID> closed = plan.stream().map(row -> row.former().id()).collect(Collectors.toSet());
        List<MergePreview.Conflict> conflicts = new ArrayList<>();
        for (Carried carried : plan) {
            RecordPart as = carried.as();
            if (as != null) {
                pair.rows().stream()
                        .filter(row -> !closed.contains(row.id()) && row.excludes(as))
                        .forEach(row -> conflicts.add(new MergePreview.Conflict(
                                row.kind(), row.id(), carried.former().id())));
            }
        }
        return conflicts;
    }

    private void note(UUID merge, RecordPart former, @Nullable UUID carried) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO merged_line (merge_id, kind, former, carried) VALUES (:merge, :kind, :former, :carried)")
                .bind("merge", merge)
                .bind("kind", former.kind())
                .bind("former", former.id())
                .bind("carried", carried)
                .execute());
    }
}
