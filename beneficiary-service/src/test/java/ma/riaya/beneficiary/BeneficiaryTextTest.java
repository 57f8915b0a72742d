package ma.riaya.beneficiary;

import ma.riaya.testkit.TextConventions;

class BeneficiaryTextTest extends TextConventions {

    BeneficiaryTextTest() {
        super("ma.riaya.beneficiary");
    }
}
