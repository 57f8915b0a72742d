package ma.riaya.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;
    private @Nullable Caller known;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Reads the verified token once; call it only where the route demands a role. */
    public Caller get() {
        Caller caller = known;
        if (caller == null) {
            caller = read();
            known = caller;
        }
        return caller;
    }

    /** The caller, provided the office is in reach; refused by name otherwise. */
    public Caller reaching(String officeCode) {
        Caller caller = get();
        if (!caller.reaches(officeCode)) {
            throw new RefusedException(new CannotReach.OtherOffice(officeCode));
        }
        return caller;
    }

    private Caller read() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("the route is open to callers without a token");
        }
        return new Caller(
                token.getSubject(),
                Optional.<String>ofNullable(token.getClaim("preferred_username"))
                        .orElse(token.getSubject()),
                identity.getRoles(),
                Optional.<String>ofNullable(token.getClaim("office")),
                person(token.getClaim("person")));
    }

    private static Optional<UUID> person(@Nullable String claim) {
        try {
            return claim == null || claim.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(claim));
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }
}
