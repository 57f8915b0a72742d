package ma.riaya.welfare.budget;

import java.util.UUID;
import ma.riaya.welfare.money.Money;

/** One cause's part of a movement that many causes make together. */
public record Share(UUID cause, Money amount) {}
