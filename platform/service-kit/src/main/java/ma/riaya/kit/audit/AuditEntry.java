package ma.riaya.kit.audit;

import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened, to be remembered for ever.
 *
 * @param action what was done, such as {@code aid-request-approved}
 * @param subjectType the kind of thing it was done to, such as {@code aid-request}
 * @param subjectId that thing's identifier
 * @param purpose the code of the purpose stated, for a look at a sensitive field
 * @param facts what else is to be known: identifiers, states, amounts; never a name, a number of identity or an account
 */
public record AuditEntry(
        String action, String subjectType, String subjectId, Optional<String> purpose, Map<String, String> facts) {

    public AuditEntry {
        facts = Map.copyOf(facts);
    }

    public static AuditEntry of(String action, String subjectType, Object subjectId) {
        return new AuditEntry(action, subjectType, subjectId.toString(), Optional.empty(), Map.of());
    }

    public AuditEntry with(Map<String, String> moreFacts) {
        return new AuditEntry(action, subjectType, subjectId, purpose, moreFacts);
    }

    public AuditEntry forPurpose(String code) {
        return new AuditEntry(action, subjectType, subjectId, Optional.of(code), facts);
    }
}
