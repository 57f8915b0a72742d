package ma.riaya.welfare.programme;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/**
 * No programme has that code.
 *
 * @param status 404 where the address names it, 422 where a body does
 */
public record ProgrammeUnknown(String programme, int status) implements Refusal {

    @Override
    public String code() {
        return "programme-unknown";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("programme", programme);
    }
}
