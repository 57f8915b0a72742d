package ma.riaya.kit.parameter;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.riaya.kit.problem.UnacceptableParameters;
import ma.riaya.kit.problem.UnacceptableParameters.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that the route does not declare, and one that is given twice where one value counts: a filter that is misspelt would otherwise list everything. */
@Singleton
public class DeclaredParameters {

    /** Whether each parameter of a route takes several values. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(UriInfo uri, ResourceInfo route) {
        Map<String, List<String>> given = uri.getQueryParameters();
        Method method = route.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        Map<String, Boolean> declared = known.computeIfAbsent(method, DeclaredParameters::declared);
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!declared.containsKey(name)) {
                faults.add(new Fault(name, "unknown-parameter"));
            } else if (values.size() > 1 && !declared.getOrDefault(name, false)) {
                faults.add(new Fault(name, "repeated-parameter"));
            }
        });
        if (!faults.isEmpty()) {
            throw new UnacceptableParameters(faults);
        }
    }

    private static Map<String, Boolean> declared(Method route) {
        Map<String, Boolean> declared = new HashMap<>();
        for (Parameter parameter : route.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                declared.put(query.value(), takesSeveral(parameter.getType()));
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                ofFields(parameter.getType(), declared);
            }
        }
        return declared;
    }

    private static void ofFields(Class<?> bean, Map<String, Boolean> declared) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    declared.put(query.value(), takesSeveral(field.getType()));
                }
            }
        }
    }

    private static boolean takesSeveral(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
