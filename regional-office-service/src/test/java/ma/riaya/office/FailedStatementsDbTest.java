package ma.riaya.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** No name stands in a log: what fails in the database says which statement, and none of its values. */
@QuarkusTest
class FailedStatementsDbTest {

    private static final String SOMEONE = "someone-by-name";

    @Inject
    Jdbi jdbi;

    @Test
    void nameTheStatementAndNoValue() {
        Throwable failure = catchThrowable(() -> jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO head_appointment
                            (office, username, name_ar, name_fr, decision_number, starts_on, ends_on, appointed_by, appointed_at)
                        VALUES ('DAK', :someone, :someone, :someone, '1', '2026-01-01', '2026-01-01', '', now())
                        """).bind("someone", SOMEONE).execute()));
        assertThat(failure).hasMessageContaining("INSERT INTO head_appointment");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause).message().doesNotContain(SOMEONE);
        }
    }
}
