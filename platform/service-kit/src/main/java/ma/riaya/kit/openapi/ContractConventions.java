package ma.riaya.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the published contract what every operation shares: the problems it may answer, and the headers of its method. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractConventions implements OASFilter {

    /** The extension by which a POST that only asks says that it needs no {@code Idempotency-Key}. */
    public static final String ONLY_ASKS = "x-only-asks";

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents().addSchema(PROBLEM, problem());
        contract.getPaths().getPathItems().values().forEach(this::complete);
    }

    private void complete(PathItem path) {
        Map<PathItem.HttpMethod, Operation> operations = path.getOperations();
        operations.forEach((method, operation) -> {
            answer(operation, "400", "A parameter or the body cannot be read.");
            answer(operation, "401", "No access token, or one that is not accepted.");
            answer(operation, "403", "The role or the office does not allow it.");
            answer(operation, "404", "Nothing is found there.");
            answer(operation, "503", "A part that this needs does not answer; Retry-After says when to ask again.");
            if (method == PathItem.HttpMethod.POST && !asksOnly(operation)) {
                header(operation, "Idempotency-Key", "One random key for each act; the same key to repeat it.");
                answer(operation, "409", "The state does not allow it, or the same act is under way.");
                answer(operation, "422", "A rule of the body is broken, or the key belongs to another request.");
            }
            if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
                header(operation, "If-Match", "The ETag of the version that was read.");
                answer(operation, "412", "It has changed since it was read.");
                answer(operation, "422", "A rule of the body is broken.");
                answer(operation, "428", "If-Match is missing.");
            }
        });
    }

    private static boolean asksOnly(Operation operation) {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(ONLY_ASKS);
    }

    private static void header(Operation operation, String name, String description) {
        boolean known = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (!known) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .description(description)
                    .schema(text()));
        }
    }

    private static void answer(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known != null && known.getContent() != null) {
            return;
        }
        APIResponse answer = OASFactory.createAPIResponse()
                .description(known == null || known.getDescription() == null ? description : known.getDescription())
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
        operation.getResponses().addAPIResponse(status, answer);
    }

    private static Schema problem() {
        Schema violation = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", text().description("The path of the part at fault."))
                .addProperty("code", text().description("The stable name of the rule."))
                .addProperty("message", text().description("What to correct, in the reader's language."));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem; texts follow Accept-Language (ar by default, fr, en).")
                .required(List.of("type", "title", "status", "detail", "code", "requestId"))
                .addProperty("type", text())
                .addProperty("title", text().description("What went wrong."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text().description("What to correct."))
                .addProperty("code", text().description("The stable name of the problem."))
                .addProperty("requestId", text().description("To quote when asking for help."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation))
                .addProperty("parameters", OASFactory.createSchema().addType(Schema.SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
