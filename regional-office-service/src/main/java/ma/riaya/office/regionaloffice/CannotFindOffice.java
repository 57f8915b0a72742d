package ma.riaya.office.regionaloffice;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why an office is not answered. */
sealed interface CannotFindOffice extends Refusal {

    record Unknown(String office) implements CannotFindOffice {
        @Override
        public String code() {
            return "office-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office);
        }
    }
}
