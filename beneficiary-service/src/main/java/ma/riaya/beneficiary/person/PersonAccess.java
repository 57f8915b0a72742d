package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CannotReach;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Who reaches which person: headquarters all, an office its own and those without one, a family itself alone. */
@Singleton
public class PersonAccess {

    private final CurrentCaller caller;
    private final Persons persons;
    private final MergedRecords merged;

    PersonAccess(CurrentCaller caller, Persons persons, MergedRecords merged) {
        this.caller = caller;
        this.persons = persons;
        this.merged = merged;
    }

    /** Whether the caller may see the details of a person of this office. */
    public static boolean reaches(Caller caller, @Nullable String office) {
        if (caller.isHeadquarters()) {
            return true;
        }
        return caller.hasAny(Roles.OFFICER, Roles.OFFICE_HEAD) && (office == null || caller.reaches(office));
    }

    /** Refused as unknown, or as out of reach, where the caller may not read the person. */
    public void demandReadable(UUID id) {
        toRead(id);
    }

    /** The same, and holds the person for a change until the transaction ends. */
    public void demandChangeable(UUID id) {
        toChange(id);
    }

    /** Refused as unknown unless it is the caller's own record, which the account names. */
    public void demandOwn(UUID id) {
        if (caller.get().person().filter(id::equals).isEmpty()
                || persons.find(id).isEmpty()) {
            throw new RefusedException(new CannotFindPerson.PersonUnknown(id));
        }
    }

    /** The record that answers for this one now: a merged one answers as its survivor. */
    public UUID answering(UUID id) {
        return merged.survivor(id).orElse(id);
    }

    /** The person to read, who answers for a merged record too; to a family, any other record does not exist. */
    PersonRecord toRead(UUID id) {
        Caller reader = caller.get();
        UUID answering = answering(id);
        Optional<PersonRecord> found = persons.find(answering);
        if (found.isEmpty()
                || (isOnlyAFamily(reader)
                        && !Optional.of(answering).equals(reader.person().map(this::answering)))) {
            throw notFound(id);
        }
        if (!isOnlyAFamily(reader)) {
            demand(reader, found.get());
        }
        return found.get();
    }

    /** The person as another's spouse, child, payee: refused where the record answers as another. */
    PersonRecord toName(UUID id) {
        PersonRecord person = toRead(id);
        demandUnmerged(id);
        return person;
    }

    /** Refused as person-merged where the record answers as another. */
    public void demandUnmerged(UUID id) {
        merged.survivor(id).ifPresent(into -> {
            throw new RefusedException(new CannotMerge.AlreadyMerged(id, into));
        });
    }

    /** The person locked for a change; refused where the record answers as another. */
    PersonRecord toChange(UUID id) {
        PersonRecord found = persons.lock(id).orElseThrow(() -> notFound(id));
        demand(caller.get(), found);
        demandUnmerged(id);
        return found;
    }

    /** One more statement, whoever is not there: that someone was erased is told to the institution alone. */
    private RefusedException notFound(UUID id) {
        boolean erased = persons.isErased(id) && !isOnlyAFamily(caller.get());
        return new RefusedException(
                erased ? new CannotFindPerson.PersonErased(id) : new CannotFindPerson.PersonUnknown(id));
    }

    /** What the caller may do with the person now. */
    List<String> actions(PersonRecord person) {
        Caller reader = caller.get();
        List<String> actions = new ArrayList<>();
        if (reader.has(Roles.REGISTRY_MANAGER)
                || (reader.hasAny(Roles.OFFICER, Roles.OFFICE_HEAD) && reaches(reader, person.office()))) {
            actions.add("change");
            actions.add("add-link");
            actions.add("change-account");
            actions.add("record-event");
        }
        if (reader.has(Roles.REGISTRY_MANAGER)) {
            actions.add("add-category");
            actions.add("change-category");
            actions.add("add-pension");
            actions.add("name-payee");
        }
        if (reader.has(Roles.FINANCE)) {
            actions.add("read-account");
        }
        return actions;
    }

    private static void demand(Caller caller, PersonRecord person) {
        if (!reaches(caller, person.office())) {
            String office = person.office();
            throw new RefusedException(new CannotReach.OtherOffice(office == null ? "" : office));
        }
    }

    private static boolean isOnlyAFamily(Caller caller) {
        return !caller.isHeadquarters() && !caller.hasAny(Roles.OFFICER, Roles.OFFICE_HEAD);
    }
}
