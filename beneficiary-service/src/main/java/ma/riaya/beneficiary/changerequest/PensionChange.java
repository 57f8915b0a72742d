package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.ChangeParts;
import ma.riaya.beneficiary.person.PensionBody;
import ma.riaya.beneficiary.person.StandingParts;

/** A monthly pension for a period. */
@Singleton
class PensionChange implements Change {

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String MASK = "••••";

    private final ChangeParts parts;
    private final StandingParts standing;

    PensionChange(ChangeParts parts, StandingParts standing) {
        this.parts = parts;
        this.standing = standing;
    }

    static Map<String, String> asked(PensionBody body) {
        return new Asked()
                .put(Asked.FROM, body.from())
                .put(Asked.UNTIL, body.until())
                .put(AMOUNT, body.amount().amount())
                .put(CURRENCY, body.amount().currency())
                .values();
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.PENSION;
    }

    @Override
    public Map<String, String> standing(UUID person, Map<String, String> asked) {
        return Map.of("pensions", standing.pensions(person));
    }

    @Override
    public List<String> check(UUID person, ChangeContent content) {
        parts.checkPension(person, body(content));
        return List.of();
    }

    @Override
    public void apply(ChangeRequest request, ChangeContent content) {
        parts.writePension(request.personId(), body(content));
    }

    @Override
    public String masked(String field, String value) {
        return MASK;
    }

    @Override
    public String sensitive(String field) {
        return field.equals(AMOUNT) || field.equals("pensions") ? "pension" : "";
    }

    private static PensionBody body(ChangeContent content) {
        Map<String, String> asked = content.asked();
        return new PensionBody(
                LocalDate.parse(Objects.requireNonNull(asked.get(Asked.FROM))),
                Asked.day(asked, Asked.UNTIL),
                new PensionBody.AmountBody(
                        Objects.requireNonNull(asked.get(AMOUNT)), Objects.requireNonNull(asked.get(CURRENCY))),
                content.evidence(),
                content.reason());
    }
}
