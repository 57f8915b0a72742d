package ma.riaya.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PgbenchTest {

    @Test
    void rateAndLatencyAreReadFromWhatItPrints() {
        Pgbench.Rate rate = Pgbench.rate("""
                pgbench (15.13, server 18.1)
                transaction type: /tmp/riaya-bench1.sql
                scaling factor: 1
                number of transactions actually processed: 63123
                number of failed transactions: 0 (0.000%)
                latency average = 3.802 ms
                initial connection time = 31.511 ms
                tps = 4208.347713 (without initial connection time)
                """);

        assertThat(rate).isEqualTo(new Pgbench.Rate(4208.347713, 3.802));
    }

    @Test
    void whatHasNoFigureIsShown() {
        assertThatThrownBy(() -> Pgbench.rate("pgbench: error: connection failed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("connection failed");
    }

    @Test
    void everyScriptHasAValueForEachName() {
        List<String> known = List.of("n", "i", "key", "client_id");

        for (String script : List.of(Scripts.creation(), Scripts.read(10), Scripts.approval(10))) {
            assertThat(NamedSql.names(script)).isSubsetOf(known);
        }
    }
}
