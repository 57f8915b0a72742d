package ma.riaya.kit.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** The sort values of the last row seen, opaque to callers; it never holds a personal value. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    /** One sort value as its type; refused where it cannot be read as that, since the cursor is then not one of ours. */
    public <T> T value(int position, Function<String, T> read) {
        try {
            return read.apply(values.get(position));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new RefusedException(new CannotList.CursorInvalid());
        }
    }

    public String encoded() {
        byte[] joined = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /** The value at that place as an identifier. */
    public UUID uuid(int place) {
        return value(place, UUID::fromString);
    }

    /** The cursor that a caller sent back; null for the first page, refused where it is not one of ours with that many values. */
    public static @Nullable Cursor decode(@Nullable String encoded, int values) {
        if (encoded == null || encoded.isBlank()) {
            return null;
        }
        try {
            byte[] joined = Base64.getUrlDecoder().decode(encoded);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(joined))
                    .toString();
            List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
            if (parts.size() == values) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            // Refused below, as a cursor with another number of values is.
        }
        throw new RefusedException(new CannotList.CursorInvalid());
    }
}
