package ma.riaya.welfare.budget;

import java.util.UUID;
import ma.riaya.welfare.money.Money;

/**
 * Money moving inside one envelope, for one cause.
 *
 * <p>{@link Kind#PAY} and {@link Kind#GIVE_BACK} happen once for each cause, which the database keeps: their cause is the disbursement.
 *
 * @param causeType the kind of thing that moves it, such as {@code decision} or {@code disbursement}
 * @param cause that thing's identifier
 */
public record Movement(Kind kind, UUID envelope, Money amount, String causeType, UUID cause) {}
