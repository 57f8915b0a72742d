package ma.riaya.beneficiary;

import io.quarkus.test.junit.QuarkusTest;
import ma.riaya.testkit.DatabaseConventions;

@QuarkusTest
class BeneficiaryDbTest extends DatabaseConventions {}
