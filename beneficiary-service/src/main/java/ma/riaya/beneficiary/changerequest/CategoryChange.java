package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.CategoryBody;
import ma.riaya.beneficiary.person.ChangeParts;
import ma.riaya.beneficiary.person.StandingParts;
import org.jspecify.annotations.Nullable;

/** A category for a period, or another period in the place of one. */
@Singleton
class CategoryChange implements Change {

    private static final String CATEGORY = "category";

    private final ChangeParts parts;
    private final StandingParts standing;

    CategoryChange(ChangeParts parts, StandingParts standing) {
        this.parts = parts;
        this.standing = standing;
    }

    static Map<String, String> asked(CategoryBody body, @Nullable UUID replaced) {
        return new Asked()
                .put(CATEGORY, body.category())
                .put(Asked.FROM, body.from())
                .put(Asked.UNTIL, body.until())
                .put(Asked.END_REASON, body.endReason())
                .put(Asked.REPLACED, replaced)
                .values();
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.CATEGORY;
    }

    @Override
    public Map<String, String> standing(UUID person, Map<String, String> asked) {
        return Map.of("periods", standing.categories(person, category(asked)));
    }

    @Override
    public List<String> check(UUID person, ChangeContent content) {
        parts.checkCategory(person, Asked.replaced(content.asked()), body(content));
        return List.of();
    }

    @Override
    public void apply(ChangeRequest request, ChangeContent content) {
        parts.writeCategory(request.personId(), Asked.replaced(content.asked()), body(content));
    }

    @Override
    public String masked(String field, String value) {
        return value;
    }

    @Override
    public String sensitive(String field) {
        return "";
    }

    private static CategoryBody body(ChangeContent content) {
        Map<String, String> asked = content.asked();
        return new CategoryBody(
                category(asked),
                LocalDate.parse(Objects.requireNonNull(asked.get(Asked.FROM))),
                Asked.day(asked, Asked.UNTIL),
                asked.get(Asked.END_REASON),
                content.evidence(),
                content.reason());
    }

    private static Category category(Map<String, String> asked) {
        return Category.valueOf(Objects.requireNonNull(asked.get(CATEGORY)));
    }
}
