package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;

/** Enters a person in the registry. */
@Singleton
class RegisterPerson {

    private final Persons persons;
    private final IdentityRules rules;
    private final NameIndex names;
    private final Knowledge knowledge;
    private final Audit audit;
    private final CurrentCaller caller;

    RegisterPerson(
            Persons persons,
            IdentityRules rules,
            NameIndex names,
            Knowledge knowledge,
            Audit audit,
            CurrentCaller caller) {
        this.persons = persons;
        this.rules = rules;
        this.names = names;
        this.knowledge = knowledge;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    UUID register(PersonBody body) {
        Identity identity = rules.check(body.identity());
        Caller acting = caller.get();
        if (!acting.has(Roles.REGISTRY_MANAGER)) {
            if (identity.deathDate() != null) {
                throw new RefusedException(new CannotChangePerson.FieldNeedsRegistryManager("deathDate"));
            }
            if (identity.office() != null) {
                caller.reaching(identity.office());
            }
        }
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String reference = body.reference() == null ? persons.nextReference() : body.reference();
        if (!persons.insert(id, reference, identity)) {
            throw new RefusedException(new CannotChangePerson.ReferenceTaken(reference));
        }
        names.put(List.of(new NameIndex.Entry(id, identity.name(), identity.birthDate(), identity.office())));
        audit.append(AuditEntry.of("person-registered", "person", id).with(Map.of("reference", reference)));
        return id;
    }
}
