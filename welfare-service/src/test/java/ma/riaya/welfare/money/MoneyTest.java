package ma.riaya.welfare.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isWrittenAsAString() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Money.of("15000")))
                .isEqualTo("{\"amount\":\"15000.00\",\"currency\":\"MAD\"}");
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "15000,15000.00", "15000.5,15000.50", "999999999.99,999999999.99", "007.10,7.10"})
    void isReadToTheCentime(String written, String read) throws JsonProcessingException {
        Money money = json.readValue("{\"amount\":\"" + written + "\",\"currency\":\"MAD\"}", Money.class);
        assertThat(money.toString()).isEqualTo(read);
        assertThat(money.amount().scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\":15000.00,\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"amount\":\"1e5\",\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"amount\":\"١٢٣\",\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"amount\":\"12,50\",\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"amount\":\"\",\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"currency\":\"MAD\"}|AMOUNT_NOT_A_NUMBER",
                "{\"amount\":\"-0.01\",\"currency\":\"MAD\"}|AMOUNT_NEGATIVE",
                "{\"amount\":\"10.005\",\"currency\":\"MAD\"}|AMOUNT_THREE_DECIMALS",
                "{\"amount\":\"10.000\",\"currency\":\"MAD\"}|AMOUNT_THREE_DECIMALS",
                "{\"amount\":\"1000000000.00\",\"currency\":\"MAD\"}|AMOUNT_TOO_LARGE",
                "{\"amount\":\"10.00\",\"currency\":\"EUR\"}|CURRENCY_UNKNOWN",
                "{\"amount\":\"10.00\"}|CURRENCY_UNKNOWN"
            })
    void whatIsNoAmountIsRefusedByName(String written, NotMoney why) {
        assertThat(catchThrowable(() -> json.readValue(written, Money.class)))
                .rootCause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000.00", "0.001"})
    void noSuchAmountExistsInside(String amount) {
        assertThatThrownBy(() -> new Money(new BigDecimal(amount)))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void isAddedAndComparedExactly() {
        Money tenth = Money.of("0.10");
        assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Money.of("0.30"));
        assertThat(Money.of("0.30").minus(tenth)).isEqualTo(Money.of("0.2"));
        assertThat(Money.of("2000.01").isMoreThan(Money.of("2000"))).isTrue();
        assertThat(Money.of("2000.00").isLessThan(Money.of("2000"))).isFalse();
    }
}
