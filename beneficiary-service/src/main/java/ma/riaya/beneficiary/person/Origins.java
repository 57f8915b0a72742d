package ma.riaya.beneficiary.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Who said each value of a person; a value not named came with a file of the whole registry. */
record Origins(Map<Field, Source> of) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<Field, Source>> STORED = new TypeReference<>() {};
    private static final String NONE = "{}";

    static Origins stored(String json) {
        if (json.equals(NONE)) {
            return new Origins(Map.of());
        }
        try {
            return new Origins(JSON.readValue(json, STORED));
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    static Origins of(Collection<Field> fields, Source source) {
        return new Origins(Map.of()).with(fields, source);
    }

    Source of(Field field) {
        return of.getOrDefault(field, Source.REGISTRY);
    }

    Origins with(Collection<Field> fields, Source source) {
        Map<Field, Source> after = new EnumMap<>(Field.class);
        after.putAll(of);
        fields.forEach(field -> {
            if (source == Source.REGISTRY) {
                after.remove(field);
            } else {
                after.put(field, source);
            }
        });
        return new Origins(after);
    }

    String stored() {
        if (of.isEmpty()) {
            return NONE;
        }
        try {
            return JSON.writeValueAsString(of);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
