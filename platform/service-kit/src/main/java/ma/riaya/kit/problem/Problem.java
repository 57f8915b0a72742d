package ma.riaya.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The body of every answer that is not a success (RFC 9457), served as {@code application/problem+json}.
 *
 * @param type {@code urn:riaya:problem:} and the code
 * @param title what went wrong, in the reader's language
 * @param status the HTTP status
 * @param detail what to correct, in the reader's language
 * @param code the stable name of the problem
 * @param requestId what to quote when asking for help
 * @param violations one entry for each part of the request at fault
 * @param parameters the values that the texts name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        List<Violation> violations,
        Map<String, Object> parameters) {

    /** {@code field} is the path of the part at fault, such as {@code amount.currency}. */
    public record Violation(String field, String code, String message) {}
}
