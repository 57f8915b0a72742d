package ma.riaya.beneficiary.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Says whether a category, a link or a pension can be written as things stand, and writes it once another person has approved it. */
@Singleton
public class ChangeParts {

    private final PersonAccess access;
    private final Persons persons;
    private final PersonParts parts;
    private final FamilyRules family;
    private final Event<FamilyChanged> families;
    private final Audit audit;

    ChangeParts(
            PersonAccess access,
            Persons persons,
            PersonParts parts,
            FamilyRules family,
            Event<FamilyChanged> families,
            Audit audit) {
        this.access = access;
        this.persons = persons;
        this.parts = parts;
        this.family = family;
        this.families = families;
        this.audit = audit;
    }

    /** Refused by name where it cannot be written; {@code replaced} is the period that it corrects. */
    public void checkCategory(UUID id, @Nullable UUID replaced, CategoryBody body) {
        Period period = body.period();
        if (replaced != null
                && parts.categories(id).stream()
                        .noneMatch(row -> row.id().equals(replaced) && row.category() == body.category())) {
            throw new RefusedException(new CannotFindPerson.CategoryPeriodUnknown(replaced));
        }
        if (parts.holds(id, body.category(), period, replaced)) {
            throw new RefusedException(new CannotTakePeriod.CategoryOverlaps(body.category()));
        }
    }

    /** What a hand corrected, the source takes back no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeCategory(UUID id, @Nullable UUID replaced, CategoryBody body) {
        checkCategory(id, replaced, body);
        if (replaced != null) {
            parts.close("category_period", replaced);
        }
        parts.addCategory(id, body.category(), body.period(), body.endReason(), body.evidence());
        familyChanged(
                id,
                replaced == null ? "category-added" : "category-changed",
                Map.of("category", body.category().name()),
                Set.of(id));
    }

    /** The doubts about it; what is impossible is refused by name. */
    public List<String> checkLink(UUID id, @Nullable UUID replaced, LinkBody body) {
        Period period = body.period();
        if (id.equals(body.personId())) {
            throw new RefusedException(new CannotTakePeriod.LinkToSelf());
        }
        PersonRecord person = access.toRead(id);
        // A link shows in the other record too, so whoever makes it must reach both.
        PersonRecord other = access.toName(body.personId());
        if (replaced != null
                && parts.links(id).stream()
                        .noneMatch(row -> row.id().equals(replaced)
                                && row.kind() == body.kind()
                                && row.personId().equals(body.personId()))) {
            throw new RefusedException(new CannotFindPerson.LinkUnknown(replaced));
        }
        if (parts.isLinked(id, body.kind(), body.personId(), period, replaced)) {
            throw new RefusedException(new CannotTakePeriod.LinkOverlaps(body.kind()));
        }
        return family.check(person, body.kind(), other, body.from(), replaced);
    }

    /** What was known of it before stays on record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeLink(UUID id, @Nullable UUID replaced, LinkBody body) {
        checkLink(id, replaced, body);
        if (replaced != null) {
            parts.close("person_link", replaced);
        }
        parts.addLink(id, body);
        familyChanged(
                id,
                replaced == null ? "link-added" : "link-changed",
                Map.of("kind", body.kind().name(), "other", body.personId().toString()),
                Set.of(id, body.personId()));
    }

    public void checkPension(UUID id, PensionBody body) {
        Period period = body.period();
        body.amount().money();
        if (parts.receives(id, period)) {
            throw new RefusedException(new CannotTakePeriod.PensionOverlaps());
        }
    }

    /** A new amount without end takes the place of the one that runs, from its first day on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writePension(UUID id, PensionBody body) {
        checkPension(id, body);
        Period period = body.period();
        parts.endOpenPension(id, period.from());
        parts.addPension(id, period, body.amount().money());
        changed(id, "pension-added", Map.of("from", period.from().toString()));
    }

    private void familyChanged(UUID id, String action, Map<String, String> facts, Set<UUID> concerned) {
        changed(id, action, facts);
        families.fire(new FamilyChanged(concerned));
    }

    private void changed(UUID id, String action, Map<String, String> facts) {
        persons.touch(id);
        audit.append(AuditEntry.of(action, "person", id).with(facts));
    }
}
