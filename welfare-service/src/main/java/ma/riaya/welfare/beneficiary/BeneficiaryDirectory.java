package ma.riaya.welfare.beneficiary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.kit.problem.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What this service asks of the registry of people, as the signed-in user.
 *
 * <p>It is asked before a transaction and never inside one: a neighbour's slowness must not hold a connection or a row.
 */
@ApplicationScoped
public class BeneficiaryDirectory {

    private static final String PURPOSE_PAYMENT = "PAYMENT";

    private final Neighbour neighbour;
    private final BeneficiaryApi api;
    private final Clock clock;

    BeneficiaryDirectory(Neighbour neighbour, @RestClient BeneficiaryApi api, Clock clock) {
        this.neighbour = neighbour;
        this.api = api;
        this.clock = clock;
    }

    /** The person as the registry shows them now; refused as person-unknown, person-out-of-reach, registry-unavailable or registry-busy. */
    @Transactional(Transactional.TxType.NEVER)
    public Person person(UUID id) {
        BeneficiaryApi.PersonAnswer found = ask(api.person(id), new CannotAskRegistry.PersonUnknown(id), Map.of(), id);
        return new Person(
                found.id(),
                joined(found.givenNameAr(), found.familyNameAr()),
                joined(found.givenNameLatin(), found.familyNameLatin()),
                found.office(),
                found.deathDate(),
                clock.instant());
    }

    /** The account that a transfer to the person goes to, read for payment; refused as account-missing, account-refused, account-awaits-approval, account-cooling-off, payee-deceased or payee-missing besides. */
    @Transactional(Transactional.TxType.NEVER)
    public Account account(UUID id) {
        BeneficiaryApi.AccountAnswer found = ask(
                api.account(id, PURPOSE_PAYMENT),
                new CannotAskRegistry.AccountMissing(id),
                Map.of(
                        "account-refused",
                        said -> new CannotAskRegistry.AccountRefused(id),
                        "account-awaits-approval",
                        said -> new CannotAskRegistry.AccountAwaitsApproval(id),
                        "account-cooling-off",
                        said -> new CannotAskRegistry.AccountCoolingOff(id, String.valueOf(said.get("payableFrom"))),
                        "person-deceased",
                        said -> new CannotAskRegistry.PayeeDeceased(id),
                        "payee-missing",
                        said -> new CannotAskRegistry.PayeeMissing(id)),
                id);
        return new Account(found.iban(), found.holder(), found.payeeId());
    }

    private <T> T ask(
            Uni<T> question,
            Refusal notFound,
            Map<String, Function<Map<String, Object>, Refusal>> conflicts,
            UUID person) {
        return neighbour.ask(
                question, new Neighbour.Refusals(notFound, new CannotAskRegistry.PersonOutOfReach(person), conflicts));
    }

    private static String joined(@Nullable String given, @Nullable String family) {
        return Stream.of(given, family)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
