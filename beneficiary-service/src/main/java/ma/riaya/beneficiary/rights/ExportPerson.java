package ma.riaya.beneficiary.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import ma.riaya.beneficiary.look.ShowLooks;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;

/** Copies all that is held on a person, and who looked; the copy itself is a look, which is recorded. */
@Singleton
class ExportPerson {

    private final PersonAccess access;
    private final HeldTables tables;
    private final ShowLooks looks;
    private final RecordLooks record;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;

    ExportPerson(
            PersonAccess access,
            HeldTables tables,
            ShowLooks looks,
            RecordLooks record,
            CurrentCaller caller,
            ObjectMapper json,
            Clock clock) {
        this.access = access;
        this.tables = tables;
        this.looks = looks;
        this.record = record;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    ObjectNode export(UUID person, StatedPurpose purpose, Locale language) {
        Caller asking = caller.get();
        if (asking.has(Roles.REGISTRY_MANAGER)) {
            access.demandReadable(person);
        } else {
            access.demandOwn(person);
        }
        record.record(
                RecordLooks.Look.at(person, "person-exported", purpose.covers()).forPurpose(purpose.code()));
        ObjectNode copy = json.createObjectNode();
        copy.put("person", person.toString());
        copy.put("madeAt", clock.instant().toString());
        copy.put("purpose", purpose.code());
        ObjectNode held = copy.putObject("held");
        tables.of(person).forEach(held::set);
        copy.set("looks", json.valueToTree(looks.all(person, language)));
        return copy;
    }
}
