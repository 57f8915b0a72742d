package ma.riaya.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Signs a user in as a browser would and prints the access token, valid for 15 minutes.")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = "For instance khadija.")
    String user = "";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "That of the demonstration users where not said.",
            defaultValue = Login.DEMONSTRATION_PASSWORD)
    String password = "";

    @Override
    public Integer call() {
        LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
        System.out.println(stack.login().as(user, password).accessToken());
        return 0;
    }
}
