package ma.riaya.beneficiary;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.RefusedAtTheDoor;

@QuarkusTest
class RefusedAtTheDoorApiTest extends RefusedAtTheDoor {

    private static final String PERSON = "/v1/persons";

    RefusedAtTheDoorApiTest() {
        super(Persona.LATIFA, PERSON, Persona.LATIFA, PERSON);
    }

    @Override
    protected List<Guess> guesses() {
        return List.of(
                new Guess("{\"sex\": 1}", "sex"),
                new Guess("{\"sex\": \"1\"}", "sex"),
                new Guess("{\"sex\": \"\"}", "sex"),
                new Guess("{\"sex\": \" \"}", "sex"),
                new Guess("{\"sex\": []}", "sex"),
                new Guess("{\"sex\": {}}", "sex"),
                new Guess("{\"matricule\": 148271}", "matricule"),
                new Guess("{\"familyNameLatin\": \"a\\u0000b\"}", "familyNameLatin"),
                new Guess("{\"familyNameLatin\": \"a\\udc00b\"}", "familyNameLatin"),
                new Guess("{\"office\": \"ERR\", \"office\": \"FES\"}", "office"),
                new Guess("{\"birthDate\": -1}", "birthDate"),
                new Guess("{\"birthDate\": [1968, 4, 21]}", "birthDate"),
                new Guess("{\"birthDate\": \"1968-04-21Z\"}", "birthDate"));
    }
}
