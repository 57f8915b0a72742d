package ma.riaya.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes the one reader of JSON refuse what it would guess at: 4 for a category, 2026.9 for a year, a number for a text, the second of two equal fields. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    static final int MOST_DEPTH = 50;
    static final int MOST_DIGITS = 100;
    static final int MOST_CHARACTERS_OF_A_NAME = 1_000;
    static final int MOST_CHARACTERS_OF_A_TEXT = 5_000_000;

    /** After the framework's own, whose readers of dates take numbers and lists too. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper json) {
        json.enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.coercionConfigDefaults()
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        json.registerModule(StrictValues.module());
        // JSON is UTF-8 (RFC 8259): the reader would otherwise find UTF-16 by itself.
        json.getFactory().configure(JsonFactory.Feature.CHARSET_DETECTION, false);
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxNumberLength(MOST_DIGITS)
                        .maxNameLength(MOST_CHARACTERS_OF_A_NAME)
                        .maxStringLength(MOST_CHARACTERS_OF_A_TEXT)
                        .build());
    }
}
