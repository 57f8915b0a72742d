package ma.riaya.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that reads as it is written: no control characters, no halves of a character, nothing that turns the direction,
 * and something to see where anything is written.
 *
 * <p>Markup is text like any other: whoever shows it escapes it.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
public @interface PlainText {

    Characters.Lines lines() default Characters.Lines.ONE;

    String message() default "has a character that is not text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
