package ma.riaya.beneficiary;

import ma.riaya.testkit.PublishedContract;

class BeneficiaryContractTest extends PublishedContract {}
