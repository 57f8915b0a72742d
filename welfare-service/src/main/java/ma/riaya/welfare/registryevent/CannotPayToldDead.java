package ma.riaya.welfare.registryevent;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why nothing is ordered for somebody, whatever was known before. */
public sealed interface CannotPayToldDead extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    /** The registry told that the person died; what the dead leave goes another way. */
    record ToldDead(UUID person, LocalDate day) implements CannotPayToldDead {
        @Override
        public String code() {
            return "payee-told-dead";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "day", day.toString());
        }
    }
}
