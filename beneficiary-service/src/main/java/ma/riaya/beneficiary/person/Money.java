package ma.riaya.beneficiary.person;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Dirhams, exact, written with two decimals. */
@Schema(description = "An exact amount.")
public record Money(
        @Schema(examples = "1850.00", description = "Decimal text with at most two decimals.")
        String amount,

        @Schema(examples = "MAD") String currency) {

    private static final String DIRHAM = "MAD";
    private static final int DECIMALS = 2;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    /** Refused where it is not a number, below zero, or finer than a centime. */
    public static Money ofDirhams(String amount) {
        if (!NUMBER.matcher(amount).matches()) {
            throw new RefusedException(new CannotTakeAmount.Unreadable());
        }
        BigDecimal value = new BigDecimal(amount);
        if (value.signum() < 0) {
            throw new RefusedException(new CannotTakeAmount.Negative());
        }
        if (value.scale() > DECIMALS) {
            throw new RefusedException(new CannotTakeAmount.TooFine());
        }
        return new Money(value.setScale(DECIMALS).toPlainString(), DIRHAM);
    }

    /** An amount as a body states it, checked. */
    Money checked() {
        if (!DIRHAM.equals(currency)) {
            throw new RefusedException(new CannotTakeAmount.NotDirhams());
        }
        return ofDirhams(amount);
    }

    public boolean isAtMost(Money other) {
        return new BigDecimal(amount).compareTo(new BigDecimal(other.amount)) <= 0;
    }
}
