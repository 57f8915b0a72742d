package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever was entered under an older way to find names is found again. */
@QuarkusTest
class RenewNamesDbTest {

    @Inject
    RenewNames renew;

    @Test
    void oldKeysAreMadeAnew() throws SQLException {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("givenNameAr", "يطو");
        body.put("familyNameAr", "أزكنفوش");
        body.put("givenNameLatin", "Ittou");
        body.put("familyNameLatin", "AZGANFOUCH");
        String id = People.register(body).getString("id");
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            assertThat(sql.executeUpdate(
                            "UPDATE person_name SET keys = '{}', method = 0 WHERE person_id = '" + id + "'"))
                    .isEqualTo(1);
        }
        As.user(Persona.FATIMA)
                .body(Map.of("q", "Itto Azganfouch"))
                .post("/v1/persons/search")
                .then()
                .body("items", empty());
        renew.run();
        As.user(Persona.FATIMA)
                .body(Map.of("q", "Itto Azganfouch"))
                .post("/v1/persons/search")
                .then()
                .body("items.id", hasItem(id));
    }
}
