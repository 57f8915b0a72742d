package ma.riaya.office;

import io.quarkus.test.junit.QuarkusTest;
import ma.riaya.testkit.DatabaseConventions;

@QuarkusTest
class OfficeDbTest extends DatabaseConventions {}
