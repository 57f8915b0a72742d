package ma.riaya.welfare;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.RefusedAtTheDoor;

@QuarkusTest
class RefusedAtTheDoorApiTest extends RefusedAtTheDoor {

    private static final String ENVELOPES = "/v1/envelopes";

    RefusedAtTheDoorApiTest() {
        super(Persona.SALMA, ENVELOPES, Persona.SALMA, ENVELOPES);
    }

    @Override
    protected List<Guess> guesses() {
        return List.of(
                new Guess("{\"year\": 2026.9}", "year"),
                new Guess("{\"year\": 2026.0}", "year"),
                new Guess("{\"year\": 2e3}", "year"),
                new Guess("{\"year\": \"2026\"}", "year"),
                new Guess("{\"year\": \"\"}", "year"),
                new Guess("{\"year\": [2026]}", "year"),
                new Guess("{\"year\": true}", "year"),
                new Guess("{\"year\": 99999999999}", "year"),
                new Guess("{\"programme\": 5}", "programme"),
                new Guess("{\"allotted\": \"\"}", "allotted"),
                new Guess("{\"allotted\": []}", "allotted"),
                new Guess("{\"allotted\": 5}", "allotted"),
                new Guess("{\"allotted\": {\"amount\": \"1.00\", \"currency\": 5}}", "allotted.currency"),
                new Guess(
                        "{\"allotted\": {\"amount\": \"1.00\", \"amount\": \"9.00\", \"currency\": \"MAD\"}}",
                        "allotted.amount"),
                new Guess("{\"allotted\": {\"amount\": \"1.00\", \"currency\": \"MAD\", \"sum\": 5}}", "allotted.sum"));
    }
}
