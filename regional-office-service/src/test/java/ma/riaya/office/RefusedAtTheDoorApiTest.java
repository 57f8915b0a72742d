package ma.riaya.office;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.RefusedAtTheDoor;

@QuarkusTest
class RefusedAtTheDoorApiTest extends RefusedAtTheDoor {

    RefusedAtTheDoorApiTest() {
        super(Persona.KHADIJA, "/v1/regions", Persona.SALMA, "/v1/offices/ERR/heads");
    }

    @Override
    protected List<Guess> guesses() {
        return List.of(
                new Guess("{\"username\": 5}", "username"),
                new Guess("{\"username\": true}", "username"),
                new Guess("{\"username\": [\"hassan\"]}", "username"),
                new Guess("{\"username\": \"a\\u0000\"}", "username"),
                new Guess("{\"username\": \"a\\ud800\"}", "username"),
                new Guess("{\"username\": \"a\", \"username\": \"b\"}", "username"),
                new Guess("{\"colour\": 5}", "colour"),
                new Guess("{\"from\": 20000}", "from"),
                new Guess("{\"from\": [2099, 1, 1]}", "from"),
                new Guess("{\"from\": \"\"}", "from"),
                new Guess("{\"from\": \"2099-01-01T00:00:00\"}", "from"),
                new Guess("{\"from\": \" 2099-01-01\"}", "from"),
                new Guess("{\"from\": \"+12099-01-01\"}", "from"),
                new Guess("{\"from\": \"2099-02-30\"}", "from"),
                new Guess("{\"from\": NaN}", "from"));
    }
}
