package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.person.Accounts;

/** Another bank account. */
@Singleton
class AccountChange implements Change {

    static final String IBAN = "iban";

    private final Accounts accounts;

    AccountChange(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.ACCOUNT;
    }

    @Override
    public Map<String, String> standing(UUID person, Map<String, String> asked) {
        return accounts.last(person)
                .map(account -> Map.of(IBAN, account.rib().iban()))
                .orElseGet(Map::of);
    }

    @Override
    public List<String> doubts(UUID person, Map<String, String> asked) {
        return rib(asked).isOfAKnownBank() ? List.of() : List.of("bank-unknown");
    }

    @Override
    public void apply(ChangeRequest request, ChangeContent content) {
        accounts.enter(
                request.personId(),
                new Accounts.Approved(
                        request.id(),
                        request.source(),
                        rib(content.asked()),
                        Objects.requireNonNull(request.payableOn(), "the first day of an approved account")));
    }

    @Override
    public String masked(String field, String value) {
        return Rib.ofIban(value).maskedIban();
    }

    @Override
    public String sensitive(String field) {
        return "account";
    }

    static Map<String, String> asked(Rib rib) {
        return Map.of(IBAN, rib.iban());
    }

    static Rib rib(Map<String, String> asked) {
        return Rib.ofIban(Objects.requireNonNull(asked.get(IBAN)));
    }
}
