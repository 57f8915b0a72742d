package ma.riaya.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every answer that is not a success (RFC 9457), served as {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem; title, detail and messages follow Accept-Language (ar, fr, en).")
public record Problem(
        @Schema(examples = "urn:riaya:problem:not-found") String type,

        @Schema(description = "What went wrong, in the reader's language.")
        String title,

        @Schema(description = "The HTTP status.", examples = "404")
        int status,

        @Schema(description = "What to correct, in the reader's language.")
        String detail,

        @Schema(description = "The stable name of the problem.", examples = "not-found")
        String code,

        @Schema(description = "The identifier to quote when asking for help.")
        String requestId,

        @Schema(description = "One entry for each part of the request at fault.")
        List<Violation> violations,

        @Schema(description = "The values that the texts name.")
        Map<String, Object> parameters) {

    /** {@code field} is the path of the part at fault, such as {@code amount.currency}. */
    @Schema(name = "Violation")
    public record Violation(String field, String code, String message) {}
}
