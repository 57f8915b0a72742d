package ma.riaya.beneficiary.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;

/** Adds to a person a category, a link or a pension, and replaces the account. */
@Singleton
class ChangeParts {

    private final PersonAccess access;
    private final Persons persons;
    private final PersonParts parts;
    private final FamilyRules family;
    private final Knowledge knowledge;
    private final Event<FamilyChanged> families;
    private final IfMatch ifMatch;
    private final Audit audit;

    ChangeParts(
            PersonAccess access,
            Persons persons,
            PersonParts parts,
            FamilyRules family,
            Knowledge knowledge,
            Event<FamilyChanged> families,
            IfMatch ifMatch,
            Audit audit) {
        this.access = access;
        this.persons = persons;
        this.parts = parts;
        this.family = family;
        this.knowledge = knowledge;
        this.families = families;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    @Transactional
    void addCategory(UUID id, CategoryBody body) {
        Period period = body.period();
        access.toChange(id);
        if (parts.holds(id, body.category(), period, null)) {
            throw new RefusedException(new CannotTakePeriod.CategoryOverlaps(body.category()));
        }
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        parts.addCategory(id, body.category(), period, body.endReason(), body.evidence());
        familyChanged(id, "category-added", Map.of("category", body.category().name()), Set.of(id));
    }

    @Transactional
    void changeCategory(UUID id, UUID periodId, HttpHeaders headers, CategoryBody body) {
        Period period = body.period();
        PersonRecord person = access.toChange(id);
        ifMatch.require(headers, person.version());
        boolean known = parts.categories(id).stream()
                .anyMatch(row -> row.id().equals(periodId) && row.category() == body.category());
        if (!known) {
            throw new RefusedException(new CannotFindPerson.CategoryPeriodUnknown(periodId));
        }
        if (parts.holds(id, body.category(), period, periodId)) {
            throw new RefusedException(new CannotTakePeriod.CategoryOverlaps(body.category()));
        }
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        parts.close("category_period", periodId);
        // What a hand corrected, the source takes back no more.
        parts.addCategory(id, body.category(), period, body.endReason(), body.evidence());
        familyChanged(
                id,
                "category-changed",
                Map.of("category", body.category().name(), "period", periodId.toString()),
                Set.of(id));
    }

    /** The doubts about it. */
    @Transactional
    List<String> addLink(UUID id, LinkBody body) {
        Period period = body.period();
        if (id.equals(body.personId())) {
            throw new RefusedException(new CannotTakePeriod.LinkToSelf());
        }
        PersonRecord person = access.toChange(id);
        // A link shows in the other record too, so whoever makes it must reach both.
        PersonRecord other = access.toName(body.personId());
        if (parts.isLinked(id, body.kind(), body.personId(), period, null)) {
            throw new RefusedException(new CannotTakePeriod.LinkOverlaps(body.kind()));
        }
        List<String> doubts = family.check(person, body.kind(), other, body.from(), null);
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        parts.addLink(id, body);
        familyChanged(
                id,
                "link-added",
                Map.of("kind", body.kind().name(), "other", body.personId().toString()),
                Set.of(id, body.personId()));
        return doubts;
    }

    /** Corrects or ends a link; what was known of it before stays on record. */
    @Transactional
    List<String> changeLink(UUID id, UUID link, HttpHeaders headers, LinkBody body) {
        Period period = body.period();
        PersonRecord person = access.toChange(id);
        ifMatch.require(headers, person.version());
        PersonRecord other = access.toName(body.personId());
        boolean known = parts.links(id).stream()
                .anyMatch(row -> row.id().equals(link)
                        && row.kind() == body.kind()
                        && row.personId().equals(body.personId()));
        if (!known) {
            throw new RefusedException(new CannotFindPerson.LinkUnknown(link));
        }
        if (parts.isLinked(id, body.kind(), body.personId(), period, link)) {
            throw new RefusedException(new CannotTakePeriod.LinkOverlaps(body.kind()));
        }
        List<String> doubts = family.check(person, body.kind(), other, body.from(), link);
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        parts.close("person_link", link);
        parts.addLink(id, body);
        familyChanged(
                id,
                "link-changed",
                Map.of("kind", body.kind().name(), "other", body.personId().toString(), "link", link.toString()),
                Set.of(id, body.personId()));
        return doubts;
    }

    /** A new amount without end takes the place of the one that runs, from its first day on. */
    @Transactional
    void addPension(UUID id, PensionBody body) {
        Period period = body.period();
        Money amount = body.amount().money();
        access.toChange(id);
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        parts.endOpenPension(id, period.from());
        if (parts.receives(id, period)) {
            throw new RefusedException(new CannotTakePeriod.PensionOverlaps());
        }
        parts.addPension(id, period, amount);
        changed(id, "pension-added", Map.of("from", period.from().toString()));
    }

    @Transactional
    AccountChangeView changeAccount(UUID id, HttpHeaders headers, AccountBody body) {
        Rib rib = Rib.parse(body.rib());
        PersonRecord person = access.toChange(id);
        ifMatch.require(headers, person.version());
        parts.replaceAccount(id, rib);
        List<UUID> others = parts.othersUsing(rib, id);
        List<String> warnings = new ArrayList<>();
        if (!rib.isOfAKnownBank()) {
            warnings.add("bank-unknown");
        }
        if (!others.isEmpty()) {
            warnings.add("account-shared");
        }
        changed(id, "account-changed", Map.of("warnings", String.join(",", warnings)));
        return new AccountChangeView(rib.maskedIban(), warnings, others);
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
