package ma.riaya.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.UnkeepableText;

/** Readers that take one form of a value and no other. */
final class StrictValues {

    static final int MOST_DIGITS_OF_A_DECIMAL = 40;

    private static final Pattern UNPAIRED_OR_NUL =
            Pattern.compile("\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");

    private StrictValues() {}

    static Module module() {
        return new SimpleModule("riaya-strict-values")
                .setDeserializerModifier(new OfNames())
                .addDeserializer(String.class, new Text())
                .addDeserializer(BigDecimal.class, new Decimal())
                .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, WrittenForms::date))
                .addDeserializer(UUID.class, new Written<>(UUID.class, WrittenForms::uuid));
    }

    static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == 0 || Character.isSurrogate(next)) {
                return !UNPAIRED_OR_NUL.matcher(text).find();
            }
        }
        return true;
    }

    /** A JSON string with characters that can be kept. */
    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = string(parser, context, String.class);
            if (!canBeKept(text)) {
                throw new UnkeepableText(parser);
            }
            return text;
        }
    }

    /** Leaves the reading of a named value to the framework, and its trimming out. */
    private static final class OfNames extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription described, JsonDeserializer<?> usual) {
            return new ExactName(usual);
        }
    }

    private static final class ExactName extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        ExactName(JsonDeserializer<?> usual) {
            super(usual);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> usual) {
            return new ExactName(usual);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String name = string(parser, context, handledType());
            return name.equals(name.strip())
                    ? super.deserialize(parser, context)
                    : context.reportInputMismatch(handledType(), "blanks around a name");
        }
    }

    /** A JSON number of so few digits, before and after its point, that reckoning with it ends. */
    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return context.reportInputMismatch(BigDecimal.class, "not a number");
            }
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS_OF_A_DECIMAL) {
                return context.reportInputMismatch(BigDecimal.class, "too many digits");
            }
            return number;
        }
    }

    /** A JSON string in the one form that the type is written in. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final Class<T> type;
        private final transient Function<String, T> read;

        Written(Class<T> type, Function<String, T> read) {
            super(type);
            this.type = type;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = string(parser, context, type);
            try {
                return read.apply(text);
            } catch (IllegalArgumentException otherForm) {
                return context.reportInputMismatch(type, "written otherwise");
            }
        }
    }

    private static String string(JsonParser parser, DeserializationContext context, Class<?> type) throws IOException {
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? parser.getText()
                : context.reportInputMismatch(type, "not a string");
    }
}
