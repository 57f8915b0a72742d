package ma.riaya.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The processes of the product, in the order in which they start; they stop in the reverse one. */
public enum Part {
    POSTGRES("postgres", "PostgreSQL", 15432, 15432),
    KEYCLOAK("keycloak", "Keycloak", 8180, 9180),
    BENEFICIARY("beneficiary-service", "beneficiary-service", 8081, 9081),
    OFFICE("regional-office-service", "regional-office-service", 8082, 9082),
    WELFARE("welfare-service", "welfare-service", 8083, 9083);

    private final String id;
    private final String title;
    private final int basePort;
    private final int baseManagementPort;

    Part(String id, String title, int basePort, int baseManagementPort) {
        this.id = id;
        this.title = title;
        this.basePort = basePort;
        this.baseManagementPort = baseManagementPort;
    }

    /** The name in commands, of its log and of its folder of secrets. */
    public String id() {
        return id;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    int basePort() {
        return basePort;
    }

    /** PostgreSQL has no second port: its base ports are equal. */
    int baseManagementPort() {
        return baseManagementPort;
    }

    /** Whether it is one of the product's own services, built from this tree. */
    public boolean isService() {
        return this != POSTGRES && this != KEYCLOAK;
    }

    /** The part of that name; `beneficiary`, `office` and `welfare` serve as well as the full names. */
    public static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(name) || part.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new StackFault("There is no part named \"" + name + "\": the parts are " + ids() + "."));
    }

    static List<Part> inOrderOfStop() {
        return List.of(values()).reversed();
    }

    private static String ids() {
        return Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", "));
    }
}
