package ma.riaya.kit.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods that an address takes: RFC 9110 wants them stated with every 405, and the framework leaves them out. */
@Singleton
class AllowedMethods {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String OPTIONS = "OPTIONS";

    /** Sorted; empty where the address is not known. */
    Set<String> of(String path) {
        Set<String> allowed = new TreeSet<>();
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        RequestMapper<InitialMatch> classes = new RequestMapper<>(deployment.getClassMappers());
        RequestMapper.RequestMatch<InitialMatch> match = classes.map(path);
        while (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler methods) {
                    add(methods, match.remaining.isEmpty() ? "/" : match.remaining, allowed);
                }
            }
            match = classes.continueMatching(path, match);
        }
        if (!allowed.isEmpty()) {
            allowed.add(OPTIONS);
        }
        return allowed;
    }

    private static void add(ClassRoutingHandler methods, String remaining, Set<String> allowed) {
        methods.getMappers().forEach((method, mapper) -> {
            if (method != null && mapper.map(remaining) != null) {
                allowed.add(method);
                if (method.equals(GET)) {
                    allowed.add(HEAD);
                }
            }
        });
    }
}
