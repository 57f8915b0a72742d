package ma.riaya.welfare.aidrequest;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.welfare.office.OfficeCodes;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of requests can be narrowed by; nothing said means all in reach. */
record AidRequestFilter(
        @QueryParam("state") @Nullable @Parameter(example = "PROPOSED")
        State state,

        @QueryParam("office") @Nullable @Parameter(example = "ERR")
        String office,

        @QueryParam("programme") @Nullable @Parameter(example = "SERIOUS_ILLNESS")
        String programme,

        @QueryParam("person")
        @Nullable
        @Parameter(
                description =
                        "Identifier in the registry; what was asked for under another id of the person is there too.")
        UUID person) {

    /** An office that names none means its own; another's is refused. */
    AidRequestFilter inReachOf(CurrentCaller caller) {
        if (office != null) {
            OfficeCodes.demandKnownInAddress(office);
            caller.reaching(office);
            return this;
        }
        return caller.get().isHeadquarters()
                ? this
                : new AidRequestFilter(state, caller.get().office().orElse(""), programme, person);
    }

    /** Each condition with the value that it binds under the column's own name. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        add(conditions, "state", state);
        add(conditions, "office", office);
        add(conditions, "programme", programme);
        if (person != null) {
            conditions.put("id = ANY (requests_of(:person))", person);
        }
        return conditions;
    }

    private static void add(Map<String, Object> conditions, String column, @Nullable Object value) {
        if (value != null) {
            conditions.put(column + " = :" + column, value);
        }
    }
}
