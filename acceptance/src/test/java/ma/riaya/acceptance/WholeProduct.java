package ma.riaya.acceptance;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the running product: one for all of them, started when the first asks for it and stopped after the last. */
final class WholeProduct implements ParameterResolver {

    /** A product that did not come up does not come up for the next test either: it is told why, and does not wait again. */
    private record Start(Optional<RunningProduct> running, Optional<RuntimeException> failure) {

        static Start attempt() {
            try {
                return new Start(Optional.of(RunningProduct.start()), Optional.empty());
            } catch (RuntimeException failed) {
                return new Start(Optional.empty(), Optional.of(failed));
            }
        }

        RunningProduct orFail() {
            return running.orElseThrow(
                    () -> new IllegalStateException("the product did not come up", failure.orElseThrow()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningProduct.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(WholeProduct.class))
                .computeIfAbsent(RunningProduct.class, one -> Start.attempt(), Start.class)
                .orFail();
    }
}
