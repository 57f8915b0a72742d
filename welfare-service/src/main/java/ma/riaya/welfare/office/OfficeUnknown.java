package ma.riaya.welfare.office;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/**
 * None of the 17 regional offices has that code, nor is it headquarters.
 *
 * @param status 400 where the address names it, 422 where a body does
 */
public record OfficeUnknown(String office, int status) implements Refusal {

    @Override
    public String code() {
        return "office-unknown";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("office", office);
    }
}
