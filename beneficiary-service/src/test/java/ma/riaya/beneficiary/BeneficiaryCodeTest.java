package ma.riaya.beneficiary;

import ma.riaya.testkit.CodeConventions;

class BeneficiaryCodeTest extends CodeConventions {

    BeneficiaryCodeTest() {
        super("ma.riaya.beneficiary");
    }
}
