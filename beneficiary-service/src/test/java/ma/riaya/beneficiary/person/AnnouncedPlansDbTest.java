package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is announced with each part of a file is found by its keys, however many persons there are. */
@QuarkusTest
class AnnouncedPlansDbTest {

    @ParameterizedTest
    @ValueSource(strings = {"announce_categories", "announce_links", "announce_deaths"})
    void thePlanOfTheTriggerMayNotReadEveryPerson(String function) throws SQLException {
        try (Connection app = Postgres.asApp();
                PreparedStatement sql =
                        app.prepareStatement("SELECT array_to_string(proconfig, ',') FROM pg_proc WHERE proname = ?")) {
            sql.setString(1, function);
            try (ResultSet row = sql.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).contains("enable_seqscan=off");
            }
        }
    }
}
