package ma.riaya.kit.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** What is left out is another constraint's concern. */
public class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private Characters.Lines lines = Characters.Lines.ONE;

    @Override
    public void initialize(PlainText constraint) {
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null
                || (Characters.refusedIn(text.toString(), lines).isEmpty()
                        && (text.toString().isBlank() || !Characters.isInvisible(text.toString())));
    }
}
