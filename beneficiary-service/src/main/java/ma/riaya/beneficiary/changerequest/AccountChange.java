package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.person.Accounts;
import ma.riaya.beneficiary.person.SharedAccounts;

/** Another bank account. */
@Singleton
class AccountChange implements Change {

    static final String IBAN = "iban";

    private final Accounts accounts;
    private final SharedAccounts shared;

    AccountChange(Accounts accounts, SharedAccounts shared) {
        this.accounts = accounts;
        this.shared = shared;
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
    public List<String> check(UUID person, ChangeContent content) {
        List<String> doubts = new ArrayList<>();
        Rib rib = rib(content.asked());
        if (!rib.isOfAKnownBank()) {
            doubts.add("bank-unknown");
        }
        switch (shared.with(person, rib)) {
            case ALONE -> {}
            case SHARED -> doubts.add("account-shared");
            case OF_MANY -> doubts.add("account-of-many");
        }
        return doubts;
    }

    /** Whoever decides is told how it is used by then: many may ask for one account on one day. */
    @Override
    public List<String> doubts(UUID person, ChangeContent content) {
        return check(person, content);
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
