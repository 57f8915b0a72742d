package ma.riaya.acceptance.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Signs the demonstration's people in through {@code ./riaya token}, as anybody at a terminal does. */
public final class SignIn implements TokenSource {

    private final Path command;

    private SignIn(Path command) {
        this.command = command;
    }

    /** Signs in with the command of the checkout that {@code RIAYA_CHECKOUT} names, and keeps the tokens. */
    public static TokenSource fromEnvironment(Map<String, String> environment) {
        Path checkout = Path.of(environment.getOrDefault("RIAYA_CHECKOUT", "."));
        return new KeptTokens(new SignIn(checkout.resolve("riaya").toAbsolutePath()), Clock.systemUTC());
    }

    @Override
    public String tokenOf(String user) {
        try {
            Process process = new ProcessBuilder(List.of(command.toString(), "token", user))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || printed.isEmpty()) {
                throw new StoryFailed(user + " could not sign in");
            }
            return printed.substring(printed.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted while signing in", e);
        }
    }
}
