package ma.riaya.welfare.payment;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import ma.riaya.welfare.payment.bankfile.Debtor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The institution's own account, which is debited; without one the service does not start. */
@Singleton
@Startup
class OwnAccount {

    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private final Debtor debtor;

    OwnAccount(
            @ConfigProperty(name = "riaya.bank.debtor.name") String name,
            @ConfigProperty(name = "riaya.bank.debtor.iban") String iban,
            @ConfigProperty(name = "riaya.bank.debtor.bic") String bic) {
        if (Iban.of(iban).isEmpty()) {
            throw new IllegalStateException("riaya.bank.debtor.iban is no Moroccan account with a right key");
        }
        if (!BIC.matcher(bic).matches()) {
            throw new IllegalStateException("riaya.bank.debtor.bic is no BIC");
        }
        debtor = new Debtor(name, iban, bic);
    }

    Debtor debtor() {
        return debtor;
    }
}
