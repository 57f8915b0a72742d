package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text with a character that no record can keep: U+0000, or half of a surrogate pair. */
public final class UnkeepableText extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    public UnkeepableText(JsonParser at) {
        super(at, "a character that cannot be kept");
    }
}
