package ma.riaya.beneficiary.shield;

import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** A colleague in a protected function, and those who may see them. */
record Shielded(String id, String reference, String cin, String rib, String matricule, String shield) {

    static final String UNIT = "DESK-S";

    /** Everything that a person can be found by, made of one word that nobody else has. */
    static Map<String, @Nullable Object> body(String word, String reference, String cin, String matricule) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(People.body("RAB"));
        body.put("reference", reference);
        body.put("cin", cin);
        body.put("matricule", matricule);
        body.put("familyNameLatin", "ZERKTOUNI " + word);
        body.put("familyNameAr", "الزرقطوني");
        return body;
    }

    /** Entered, then shielded by two managers of the unit. */
    static Shielded of(String word) {
        String reference = RegistryCsv.reference();
        String number = Integer.toString(Math.floorMod(UUID.randomUUID().hashCode(), 900_000) + 100_000);
        String cin = "QS" + number;
        String rib = RegistryCsv.rib();
        String matricule = "7" + number;
        String id = People.register(body(word, reference, cin, matricule)).getString("id");
        People.setAccount(id, rib);
        String shield = shield(id);
        return new Shielded(id, reference, cin, rib, matricule, shield);
    }

    static String shield(String id) {
        String shield = once(Persona.LATIFA)
                .body(Map.of("personId", id, "unit", UNIT, "reason", "Protected function"))
                .post("/v1/shields")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        once(Persona.BRAHIM).post("/v1/shields/" + shield + "/approval").then().statusCode(200);
        return shield;
    }

    /** The same people with the unit in their tokens. */
    static RequestSpecification insider(Persona persona) {
        return As.withToken(IdentityProvider.token(persona, Map.of("units", List.of(UNIT))));
    }

    static RequestSpecification once(Persona persona) {
        return insider(persona).header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
