package ma.riaya.beneficiary.protection;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Which shielded persons whoever asks may see: those of their units, and themselves.
 *
 * <p>A unit is the code of the caller's office, or a group that the access token carries in {@code units}.
 * The service by itself sees none, unless it acts {@linkplain #with for someone}.
 */
@Singleton
public class Sight {

    private static final String UNITS = "units";
    private static final String OFFICE = "office";
    private static final String PERSON = "person";

    /** As the table of shields has it; anything else in a token names no unit. */
    private static final Pattern UNIT = Pattern.compile("[A-Z][A-Z0-9-]{1,29}");

    private static final ScopedValue<List<String>> LENT = ScopedValue.newInstance();

    private final Provider<SecurityIdentity> identity;

    Sight(Provider<SecurityIdentity> identity) {
        this.identity = identity;
    }

    /** In one order, each once. */
    public List<String> units() {
        if (LENT.isBound()) {
            return LENT.get();
        }
        return token().map(token -> Stream.concat(named(token.getClaim(UNITS)), named(token.getClaim(OFFICE)))
                        .filter(unit -> UNIT.matcher(unit).matches())
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** The own record of whoever asks. */
    Optional<UUID> person() {
        if (LENT.isBound()) {
            return Optional.empty();
        }
        try {
            return token().flatMap(token -> named(token.getClaim(PERSON)).findFirst())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    public boolean covers(Collection<String> others) {
        return units().containsAll(others);
    }

    /** Lets the act see what whoever ordered it sees. */
    public void with(List<String> units, Runnable act) {
        ScopedValue.where(LENT, List.copyOf(units)).run(act);
    }

    /** The same of an act that answers. */
    <T> T with(List<String> units, Supplier<T> act) {
        return ScopedValue.where(LENT, List.copyOf(units)).call(act::get);
    }

    private Optional<JsonWebToken> token() {
        return Arc.requireContainer().requestContext().isActive()
                        && identity.get().getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private static Stream<String> named(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case JsonString text -> Stream.of(text.getString());
            case Collection<?> many -> many.stream().flatMap(Sight::named);
            default -> Stream.of(claim.toString());
        };
    }
}
