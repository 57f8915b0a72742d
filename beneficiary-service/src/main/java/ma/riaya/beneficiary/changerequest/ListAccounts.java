package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import ma.riaya.beneficiary.person.Accounts;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.kit.time.Clocks;

/** Tells how the accounts of a person stand. */
@Singleton
class ListAccounts {

    private final PersonSeen persons;
    private final Accounts accounts;
    private final ChangeRequests requests;
    private final Clock clock;

    ListAccounts(PersonSeen persons, Accounts accounts, ChangeRequests requests, Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional
    AccountView of(UUID person) {
        persons.toRead(person);
        return new AccountView(
                person,
                accounts.of(person).stream().map(this::one).toList(),
                requests.open(person, ChangeKind.ACCOUNT).stream()
                        .map(ChangeRequest::id)
                        .toList());
    }

    private AccountView.One one(Accounts.Account account) {
        return new AccountView.One(
                account.rib().maskedIban(),
                standing(account, clock.instant()),
                account.from().atZoneSameInstant(Clocks.BUSINESS_ZONE).toLocalDate(),
                account.until() == null ? null : account.until().toInstant(),
                account.source(),
                account.request());
    }

    private static AccountView.Standing standing(Accounts.Account account, Instant now) {
        if (account.until() != null && !account.until().toInstant().isAfter(now)) {
            return AccountView.Standing.FORMER;
        }
        return account.from().toInstant().isAfter(now) ? AccountView.Standing.RESTING : AccountView.Standing.IN_USE;
    }
}
