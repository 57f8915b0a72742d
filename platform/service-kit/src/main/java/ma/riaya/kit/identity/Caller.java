package ma.riaya.kit.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as the verified access token says.
 *
 * @param subject the account's stable identifier, which four-eyes rules compare
 * @param username the name to show
 * @param roles the realm roles held
 * @param office the code of the regional office; empty at headquarters, for families and for systems
 * @param person the caller's own record in the registry, where the account names one
 */
public record Caller(
        String subject, String username, Set<String> roles, Optional<String> office, Optional<UUID> person) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(String... anyOf) {
        for (String role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Headquarters reaches every office, an office reaches its own, and a family reaches none. */
    public boolean reaches(String officeCode) {
        return isHeadquarters() || office.filter(officeCode::equals).isPresent();
    }

    public boolean isHeadquarters() {
        return office.isEmpty() && hasAny(Roles.HEADQUARTERS);
    }

    /** What ties the caller to a thing: its office, the person it is about, and whoever acted on it before. */
    public Relation relationTo(String officeCode, Optional<UUID> subjectPerson, String actedBefore) {
        if (person.isPresent() && person.equals(subjectPerson)) {
            return Relation.OWN_FILE;
        }
        if (subject.equals(actedBefore)) {
            return Relation.OWN_ACT;
        }
        return reaches(officeCode) ? Relation.IN_REACH : Relation.OUT_OF_REACH;
    }
}
