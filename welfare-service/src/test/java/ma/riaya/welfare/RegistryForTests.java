package ma.riaya.welfare;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What a test of this service needs besides PostgreSQL and identity: the address of the registry of people. */
public class RegistryForTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("riaya.beneficiary.url", "http://127.0.0.1:1");
    }

    @Override
    public void stop() {}
}
