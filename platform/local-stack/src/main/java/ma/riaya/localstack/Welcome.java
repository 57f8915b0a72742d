package ma.riaya.localstack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What a person needs who sees the product for the first time: where it is, who to be, what to try. */
final class Welcome {

    private final LocalStack stack;
    private final PrintStream out;

    Welcome(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void print(List<Part> parts) {
        out.println();
        for (Part part : parts) {
            out.println("  %-24s %-36s %s"
                    .formatted(part.title(), stack.address(part) + path(part), key(part))
                    .stripTrailing());
        }
        out.printf("  %-24s %s%n", "logs", stack.logFile(Part.POSTGRES).getParent());
        if (!parts.contains(Part.KEYCLOAK)) {
            return;
        }
        out.printf("%nThe services answer whoever brings a token, so a browser shows their 401:%n%n");
        out.printf(
                "  curl -H \"Authorization: Bearer $(./riaya token khadija)\" %s%n",
                stack.address(Part.WELFARE) + path(Part.WELFARE));
        out.printf("%nDemonstration users, the password of all is %s:%n%n", Login.DEMONSTRATION_PASSWORD);
        for (DemonstrationUsers.User user :
                DemonstrationUsers.in(stack.checkout().realmFiles().getLast())) {
            out.printf("  %-10s %-22s %s%n", user.name(), user.roles(), user.place());
        }
        out.printf("%nTo try next:%n%n");
        out.printf("  %-46s %s%n", "./riaya demo", "both stories to their end, with figures");
        out.printf("  %-46s %s%n", "./riaya token khadija", "an access token of hers, for curl");
        out.printf("  %-46s %s%n", "./riaya status", "how each part does");
        out.printf("  %-46s %s%n", "./riaya logs welfare-service -f", "what one part says");
        out.printf("  %-46s %s%n", "./riaya down", "stop; the data stay for the next ./riaya up");
    }

    /** A first thing to read there. */
    private static String path(Part part) {
        return switch (part) {
            case POSTGRES, KEYCLOAK -> "";
            case OFFICE -> "/v1/offices";
            case BENEFICIARY -> "/v1/persons";
            case WELFARE -> "/v1/programmes";
        };
    }

    private String key(Part part) {
        return switch (part) {
            case POSTGRES -> PostgresDatabases.SUPERUSER + ", " + secret(part, Secrets.SUPERUSER_PASSWORD);
            case KEYCLOAK -> KeycloakServer.ADMINISTRATOR + ", " + secret(part, Secrets.ADMIN_PASSWORD);
            case BENEFICIARY, OFFICE, WELFARE -> "";
        };
    }

    private Path secret(Part part, String property) {
        return stack.home().secrets().resolve(part.id()).resolve(property);
    }
}
