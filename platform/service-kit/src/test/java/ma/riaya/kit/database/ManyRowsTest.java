package ma.riaya.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ManyRowsTest {

    @Test
    void readsItsColumnsAsTheyWereDeclared() {
        ManyRows rows = ManyRows.of("id uuid", "sealed bytea", "since date");

        assertThat(rows.as("g"))
                .isEqualTo("unnest(CAST(:id AS uuid[]), CAST(:sealed AS bytea[]), CAST(:since AS date[])) AS g(id,"
                        + " sealed, since)");
    }

    @Test
    void keepsEachValueInItsRowAndLeavesOutWhatIsNotSaid() {
        ManyRows rows = ManyRows.of("name text", "sealed bytea");
        rows.bind("name", "one").bind("sealed", new byte[] {0, (byte) 0xff}).add();
        rows.bind("name", null).add();
        rows.bind("name", 3).add();

        assertThat(rows.column("name")).containsExactly("one", null, "3");
        assertThat(rows.column("sealed")).containsExactly("\\x00ff", null, null);
        assertThat(rows.isEmpty()).isFalse();
    }

    @Test
    void knowsNoOtherColumn() {
        ManyRows rows = ManyRows.of("name text");

        assertThatThrownBy(() -> rows.bind("nmae", "one")).isInstanceOf(IllegalArgumentException.class);
        assertThat(rows.isEmpty()).isTrue();
    }
}
