package ma.riaya.welfare;

import io.quarkus.test.junit.QuarkusTest;
import ma.riaya.testkit.DatabaseConventions;

@QuarkusTest
class WelfareDbTest extends DatabaseConventions {}
