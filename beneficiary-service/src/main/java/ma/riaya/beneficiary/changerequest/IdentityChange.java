package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.ChangePerson;
import ma.riaya.beneficiary.person.Cin;

/** Names, number of identity, professional number, birth date or sex. */
@Singleton
class IdentityChange implements Change {

    private static final String CIN = "CIN";

    private final ChangePerson persons;

    IdentityChange(ChangePerson persons) {
        this.persons = persons;
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.IDENTITY;
    }

    @Override
    public Map<String, String> standing(UUID person, Map<String, String> asked) {
        return persons.identity(person, asked.keySet());
    }

    @Override
    public List<String> check(UUID person, ChangeContent content) {
        return List.of();
    }

    @Override
    public void apply(ChangeRequest request, ChangeContent content) {
        persons.correctIdentity(request.personId(), content.asked());
    }

    @Override
    public String masked(String field, String value) {
        return Cin.parse(value).map(Cin::masked).orElse("");
    }

    @Override
    public String sensitive(String field) {
        return field.equals(CIN) ? "cin" : "";
    }
}
