package ma.riaya.beneficiary.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Corrects what a person is known by: the identity once another person has approved it, the rest at once. */
@Singleton
public class ChangePerson {

    private final PersonAccess access;
    private final Persons persons;
    private final IdentityRules rules;
    private final NameIndex names;
    private final Knowledge knowledge;
    private final Seal seal;
    private final Event<FamilyChanged> families;
    private final Audit audit;
    private final CurrentCaller caller;

    ChangePerson(
            PersonAccess access,
            Persons persons,
            IdentityRules rules,
            NameIndex names,
            Knowledge knowledge,
            Seal seal,
            Event<FamilyChanged> families,
            Audit audit,
            CurrentCaller caller) {
        this.access = access;
        this.persons = persons;
        this.rules = rules;
        this.names = names;
        this.knowledge = knowledge;
        this.seal = seal;
        this.families = families;
        this.audit = audit;
        this.caller = caller;
    }

    /** What of a body differs from the identity that stands, by field: another person has to approve it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> identityAsked(UUID id, PersonBody body) {
        PersonRecord before = access.toChange(id);
        if (body.reference() != null && !body.reference().equals(before.reference())) {
            throw new RefusedException(new CannotChangePerson.ReferenceTaken(before.reference()));
        }
        Identity wanted = rules.check(body.identity());
        Map<Field, String> stands = values(before);
        Map<String, String> asked = new TreeMap<>();
        values(wanted).forEach((field, value) -> {
            if (!value.equals(stands.get(field))) {
                asked.put(field.name(), value);
            }
        });
        return asked;
    }

    /** What stands now of these fields. */
    public Map<String, String> identity(UUID id, Set<String> fields) {
        return values(access.toRead(id)).entrySet().stream()
                .filter(value -> fields.contains(value.getKey().name()))
                .collect(Collectors.toMap(value -> value.getKey().name(), Map.Entry::getValue));
    }

    /** What touches neither identity nor money, and the death that a registry manager enters. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changeDirectly(UUID id, PersonBody body) {
        PersonRecord before = access.toChange(id);
        Identity after = new Identity(
                before.matricule(),
                Optional.empty(),
                before.name(),
                before.sex(),
                before.birthDate(),
                body.deathDate(),
                body.province(),
                body.office());
        demandManagerForWhatMovesRights(before, after);
        Set<Field> corrected = corrected(before, after);
        if (!corrected.isEmpty()) {
            rules.check(after);
            knowledge.begin(Knowledge.Cause.ENTRY, null, null);
            write(before, after, corrected);
        }
    }

    /** Writes approved values of identity. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void correctIdentity(UUID id, Map<String, String> asked) {
        PersonRecord before = access.toChange(id);
        Map<Field, String> values = new EnumMap<>(values(before));
        asked.forEach((field, value) -> values.put(Field.valueOf(field), value));
        String matricule = Objects.requireNonNull(values.get(Field.MATRICULE));
        String cin = asked.get(Field.CIN.name());
        Identity after = new Identity(
                matricule.isEmpty() ? null : matricule,
                Cin.parse(cin),
                new PersonName(
                        text(values, Field.FAMILY_NAME_AR),
                        text(values, Field.GIVEN_NAME_AR),
                        text(values, Field.FAMILY_NAME_LATIN),
                        text(values, Field.GIVEN_NAME_LATIN)),
                Sex.valueOf(text(values, Field.SEX)),
                LocalDate.parse(text(values, Field.BIRTH_DATE)),
                before.deathDate(),
                before.province(),
                before.office());
        rules.check(after);
        write(before, after, corrected(before, after));
    }

    private void write(PersonRecord before, Identity after, Set<Field> corrected) {
        UUID id = before.id();
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

    /** A value that is absent is an empty text, so that its removal can be asked for. */
    private Map<Field, String> values(PersonRecord person) {
        Map<Field, String> values = values(identity(person));
        byte[] sealed = person.cinSealed();
        values.put(Field.CIN, sealed == null ? "" : seal.open(SealedColumn.PERSON_CIN, person.id(), sealed));
        return values;
    }

    private static Identity identity(PersonRecord person) {
        return new Identity(
                person.matricule(),
                Optional.empty(),
                person.name(),
                person.sex(),
                person.birthDate(),
                person.deathDate(),
                person.province(),
                person.office());
    }

    /** A number of identity that is not given is not asked for. */
    private static Map<Field, String> values(Identity identity) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        String matricule = identity.matricule();
        values.put(Field.MATRICULE, matricule == null ? "" : matricule);
        values.put(Field.FAMILY_NAME_AR, identity.name().familyAr());
        values.put(Field.GIVEN_NAME_AR, identity.name().givenAr());
        values.put(Field.FAMILY_NAME_LATIN, identity.name().familyLatin());
        values.put(Field.GIVEN_NAME_LATIN, identity.name().givenLatin());
        values.put(Field.SEX, identity.sex().name());
        values.put(Field.BIRTH_DATE, identity.birthDate().toString());
        identity.cin().ifPresent(cin -> values.put(Field.CIN, cin.number()));
        return values;
    }

    private Set<Field> corrected(PersonRecord before, Identity after) {
        Map<Field, String> stands = values(before);
        Set<Field> fields = EnumSet.noneOf(Field.class);
        values(after).forEach((field, value) -> note(fields, field, stands.get(field), value));
        note(fields, Field.DEATH_DATE, before.deathDate(), after.deathDate());
        note(fields, Field.PROVINCE, before.province(), after.province());
        note(fields, Field.OFFICE, before.office(), after.office());
        return fields;
    }

    private static String text(Map<Field, String> values, Field field) {
        return Objects.requireNonNull(values.get(field));
    }

    private static void note(Set<Field> fields, Field field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
