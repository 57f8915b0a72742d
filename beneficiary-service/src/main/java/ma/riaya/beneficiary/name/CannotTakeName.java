package ma.riaya.beneficiary.name;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a name is not taken as it is written; a character is named by its number, since many cannot be seen. */
public sealed interface CannotTakeName extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** A sign, a digit or something invisible, which no name has; {@code shown} is the character, or INVISIBLE. */
    record CharacterRefused(String field, String character, String shown, int position) implements CannotTakeName {
        @Override
        public String code() {
            return "name-character-refused";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field, "character", character, "shown", shown, "position", position);
        }
    }

    /** A letter, and of another script than the field's. */
    record LetterOfAnotherScript(String field, String character, String shown, int position) implements CannotTakeName {
        @Override
        public String code() {
            return "name-letter-of-another-script";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field, "character", character, "shown", shown, "position", position);
        }
    }

    record WithoutLetters(String field) implements CannotTakeName {
        @Override
        public String code() {
            return "name-without-letters";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field);
        }
    }

    record TooLong(String field, int most) implements CannotTakeName {
        @Override
        public String code() {
            return "name-too-long";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field, "most", most);
        }
    }
}
