package ma.riaya.acceptance.story;

/** The three services, with the ports that they have on one machine. */
public enum Service {
    BENEFICIARY("beneficiary-service", 8081, 9081),
    OFFICE("regional-office-service", 8082, 9082),
    WELFARE("welfare-service", 8083, 9083);

    private final String title;
    private final int port;
    private final int managementPort;

    Service(String title, int port, int managementPort) {
        this.title = title;
        this.port = port;
        this.managementPort = managementPort;
    }

    String title() {
        return title;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }
}
