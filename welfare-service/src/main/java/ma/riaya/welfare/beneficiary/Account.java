package ma.riaya.welfare.beneficiary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account as the registry holds it; never logged.
 *
 * @param owner whose account it is: the person, or who is paid in their place; null where the registry does not say
 */
public record Account(String iban, String holder, @Nullable UUID owner) {

    @Override
    public String toString() {
        return "Account[…]";
    }
}
