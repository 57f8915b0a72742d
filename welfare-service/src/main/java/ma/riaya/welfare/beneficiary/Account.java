package ma.riaya.welfare.beneficiary;

/** A bank account as the registry holds it; never logged. */
public record Account(String iban, String holder) {

    @Override
    public String toString() {
        return "Account[…]";
    }
}
