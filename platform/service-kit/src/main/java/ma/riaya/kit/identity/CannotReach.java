package ma.riaya.kit.identity;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a thing is out of a caller's reach. */
public sealed interface CannotReach extends Refusal {

    /** The thing belongs to another regional office. */
    record OtherOffice(String office) implements CannotReach {
        @Override
        public String code() {
            return "office-out-of-reach";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office);
        }
    }
}
