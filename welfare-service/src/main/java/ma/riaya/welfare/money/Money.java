package ma.riaya.welfare.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount in dirhams, never negative, exact to the centime.
 *
 * <p>Outside it is {@code {"amount": "15000.00", "currency": "MAD"}}: a decimal string, so that no reader makes a float of it.
 *
 * @param amount of scale 2, from 0.00 to 999,999,999.99
 */
@Schema(
        name = "Money",
        requiredProperties = {"amount", "currency"})
@JsonPropertyOrder({"amount", "currency"})
public record Money(
        @JsonSerialize(using = PlainDecimal.class)
        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                pattern = "^[0-9]{1,9}(\\.[0-9]{1,2})?$",
                examples = "15000.00")
        BigDecimal amount)
        implements Comparable<Money> {

    static final String CURRENCY = "MAD";
    static final BigDecimal MOST = new BigDecimal("999999999.99");

    /** Stands below what its own making reads. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("not an amount of money: " + amount);
        }
    }

    /** An amount written in the code or in a file of the product itself. */
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    @JsonCreator
    static Money read(
            @JsonProperty("amount") @Nullable JsonNode amount, @JsonProperty("currency") @Nullable String currency) {
        return MoneyText.read(amount, currency);
    }

    @JsonProperty("currency")
    @Schema(examples = CURRENCY)
    public String currency() {
        return CURRENCY;
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
