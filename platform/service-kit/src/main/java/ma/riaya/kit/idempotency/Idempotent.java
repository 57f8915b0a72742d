package ma.riaya.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The POST is done once for each {@code Idempotency-Key}, and answers the same to each repetition.
 *
 * <p>The method runs in a transaction of its own that also keeps the answer; it returns a {@code RestResponse}.
 * 400 without a key, 409 while the first is still under way, 422 where the key came before with another request.
 * What was refused left nothing behind, so it is tried anew.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** How long the answer is kept: {@link Kept#FOR_EVER} for what moves money. */
    @Nonbinding
    Kept kept() default Kept.THIRTY_DAYS;

    /** When the transaction begins: {@link Begins#AFTER_ASKING} where the method first asks a neighbour. */
    @Nonbinding
    Begins begins() default Begins.WITH_THE_METHOD;

    /** Where the transaction that holds effect and answer begins. */
    enum Begins {
        /** The whole method is the transaction. */
        WITH_THE_METHOD,
        /**
         * The method asks its neighbour first, holding no transaction and no connection, and then acts through {@link Once#act}.
         * A request that was answered before is answered again without asking anyone.
         */
        AFTER_ASKING
    }

    /** How long an answer can be asked for again. */
    enum Kept {
        THIRTY_DAYS,
        FOR_EVER
    }
}
