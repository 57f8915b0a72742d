package ma.riaya.beneficiary.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Corrects what a person is known by. */
@Singleton
class ChangePerson {

    private final PersonAccess access;
    private final Persons persons;
    private final IdentityRules rules;
    private final NameIndex names;
    private final Knowledge knowledge;
    private final Event<FamilyChanged> families;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final CurrentCaller caller;

    ChangePerson(
            PersonAccess access,
            Persons persons,
            IdentityRules rules,
            NameIndex names,
            Knowledge knowledge,
            Event<FamilyChanged> families,
            IfMatch ifMatch,
            Audit audit,
            CurrentCaller caller) {
        this.access = access;
        this.persons = persons;
        this.rules = rules;
        this.names = names;
        this.knowledge = knowledge;
        this.families = families;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    void change(UUID id, HttpHeaders headers, PersonBody body) {
        PersonRecord before = access.toChange(id);
        ifMatch.require(headers, before.version());
        Identity after = rules.check(body.identity());
        if (body.reference() != null && !body.reference().equals(before.reference())) {
            throw new RefusedException(new CannotChangePerson.ReferenceTaken(before.reference()));
        }
        demandManagerForWhatMovesRights(before, after);
        Set<Field> corrected = corrected(before, after);
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        persons.update(id, after, corrected);
        if (!before.name().equals(after.name()) || !before.birthDate().equals(after.birthDate())) {
            names.put(List.of(new NameIndex.Entry(id, after.name(), after.birthDate(), after.office())));
        }
        if (!Objects.equals(before.office(), after.office())) {
            names.move(id, after.office());
        }
        if (corrected.contains(Field.BIRTH_DATE) || corrected.contains(Field.DEATH_DATE)) {
            families.fire(new FamilyChanged(Set.of(id)));
        }
        audit.append(AuditEntry.of("person-changed", "person", id)
                .with(Map.of("fields", corrected.stream().map(Field::column).collect(Collectors.joining(",")))));
    }

    /** A death ends payments, and its removal would start them again; another office would take the person out of reach. */
    private void demandManagerForWhatMovesRights(PersonRecord before, Identity after) {
        Caller acting = caller.get();
        if (acting.has(Roles.REGISTRY_MANAGER)) {
            return;
        }
        if (!Objects.equals(before.deathDate(), after.deathDate())) {
            throw new RefusedException(new CannotChangePerson.FieldNeedsRegistryManager("deathDate"));
        }
        boolean takenIn = before.office() == null && after.office() != null && acting.reaches(after.office());
        if (!Objects.equals(before.office(), after.office()) && !takenIn) {
            throw new RefusedException(new CannotChangePerson.FieldNeedsRegistryManager("office"));
        }
    }

    private static Set<Field> corrected(PersonRecord before, Identity after) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        note(fields, Field.FAMILY_NAME_AR, before.familyNameAr(), after.name().familyAr());
        note(fields, Field.GIVEN_NAME_AR, before.givenNameAr(), after.name().givenAr());
        note(
                fields,
                Field.FAMILY_NAME_LATIN,
                before.familyNameLatin(),
                after.name().familyLatin());
        note(
                fields,
                Field.GIVEN_NAME_LATIN,
                before.givenNameLatin(),
                after.name().givenLatin());
        note(fields, Field.MATRICULE, before.matricule(), after.matricule());
        note(fields, Field.SEX, before.sex(), after.sex());
        note(fields, Field.BIRTH_DATE, before.birthDate(), after.birthDate());
        note(fields, Field.DEATH_DATE, before.deathDate(), after.deathDate());
        note(fields, Field.PROVINCE, before.province(), after.province());
        note(fields, Field.OFFICE, before.office(), after.office());
        if (after.cin().isPresent()) {
            fields.add(Field.CIN);
        }
        return fields;
    }

    private static void note(Set<Field> fields, Field field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
