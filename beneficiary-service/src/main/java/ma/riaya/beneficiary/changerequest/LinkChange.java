package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.ChangeParts;
import ma.riaya.beneficiary.person.LinkBody;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.StandingParts;
import org.jspecify.annotations.Nullable;

/** What the person is to another for a period, or another period in the place of one. */
@Singleton
class LinkChange implements Change {

    private static final String KIND = "kind";
    private static final String OTHER = "personId";

    private final ChangeParts parts;
    private final StandingParts standing;

    LinkChange(ChangeParts parts, StandingParts standing) {
        this.parts = parts;
        this.standing = standing;
    }

    static Map<String, String> asked(LinkBody body, @Nullable UUID replaced) {
        return new Asked()
                .put(KIND, body.kind())
                .put(OTHER, body.personId())
                .put(Asked.FROM, body.from())
                .put(Asked.UNTIL, body.until())
                .put(Asked.END_REASON, body.endReason())
                .put(Asked.REPLACED, replaced)
                .values();
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.LINK;
    }

    @Override
    public Map<String, String> standing(UUID person, Map<String, String> asked) {
        return Map.of("periods", standing.links(person, linkKind(asked), other(asked)));
    }

    @Override
    public List<String> check(UUID person, ChangeContent content) {
        return parts.checkLink(person, Asked.replaced(content.asked()), body(content));
    }

    @Override
    public void apply(ChangeRequest request, ChangeContent content) {
        parts.writeLink(request.personId(), Asked.replaced(content.asked()), body(content));
    }

    @Override
    public String masked(String field, String value) {
        return value;
    }

    @Override
    public String sensitive(String field) {
        return "";
    }

    private static LinkBody body(ChangeContent content) {
        Map<String, String> asked = content.asked();
        return new LinkBody(
                linkKind(asked),
                other(asked),
                LocalDate.parse(Objects.requireNonNull(asked.get(Asked.FROM))),
                Asked.day(asked, Asked.UNTIL),
                asked.get(Asked.END_REASON),
                content.evidence(),
                content.reason());
    }

    private static LinkKind linkKind(Map<String, String> asked) {
        return LinkKind.valueOf(Objects.requireNonNull(asked.get(KIND)));
    }

    static UUID other(Map<String, String> asked) {
        return UUID.fromString(Objects.requireNonNull(asked.get(OTHER)));
    }
}
