package ma.riaya.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest {

    /** Connection lost or refused, too many of them, and a server that stops or starts. */
    private static final List<String> UNAVAILABLE =
            List.of("08000", "08001", "08003", "08006", "53300", "57P01", "57P02", "57P03");

    /** Lock timeout, deadlock, serialization failure, statement timeout. */
    private static final List<String> BUSY = List.of("55P03", "40P01", "40001", "57014");

    /** What asking again does not cure: a broken constraint, a missing right, a mistake in a statement, a full disk's neighbours. */
    private static final List<String> LASTING =
            List.of("23505", "23514", "23P01", "42501", "42601", "22021", "XX000", "");

    @Test
    void passesWhereTheDatabaseIsAwayOrBusy() {
        for (String state : UNAVAILABLE) {
            assertThat(DatabaseTrouble.isPassing(new SQLException("", state)))
                    .as(state)
                    .isTrue();
            assertThat(new DatabaseTrouble(state).code()).as(state).isEqualTo("database-unavailable");
        }
        for (String state : BUSY) {
            assertThat(DatabaseTrouble.isPassing(new SQLException("", state)))
                    .as(state)
                    .isTrue();
            assertThat(new DatabaseTrouble(state).code()).as(state).isEqualTo("busy");
        }
    }

    @Test
    void staysWhereAskingAgainIsOfNoUse() {
        for (String state : LASTING) {
            assertThat(DatabaseTrouble.isPassing(new SQLException("", state)))
                    .as(state)
                    .isFalse();
        }
    }

    /** The pool has no connection to give in time: its exception carries no state. */
    @Test
    void passesWhereThePoolIsEmpty() {
        assertThat(DatabaseTrouble.isPassing(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
        assertThat(DatabaseTrouble.isPassing(new SQLTransientConnectionException()))
                .isTrue();
        assertThat(new DatabaseTrouble(null).code()).isEqualTo("database-unavailable");
    }

    @Test
    void staysWhereNothingIsSaid() {
        assertThat(DatabaseTrouble.isPassing(new SQLException())).isFalse();
        assertThat(DatabaseTrouble.isPassing(new SQLException("something else")))
                .isFalse();
    }

    @Test
    void saysWhenToAskAgain() {
        DatabaseTrouble trouble = new DatabaseTrouble("08006");
        assertThat(trouble.status()).isEqualTo(503);
        assertThat(trouble.retryAfterSeconds()).isPositive();
    }
}
