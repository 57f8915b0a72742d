package ma.riaya.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The whole product on one machine: PostgreSQL, Keycloak and the services, in one home folder, on one offset of ports.
 * Its processes outlive the JVM that started them; any later one, given the same home, finds them again.
 */
public final class LocalStack {

    private final Ports ports;
    private final Home home;
    private final Checkout checkout;
    private final Progress progress;
    private final RunFolder run;
    private final LogFiles logs;
    private final Secrets secrets;
    private final FormerData former;
    private final Launcher launcher;
    private final Map<Part, Server> servers;

    /** What a start under way may have begun, and must end again if it fails or is interrupted. */
    private List<Part> starting = List.of();

    private LocalStack(Checkout checkout, Home home, Ports ports, Progress progress) {
        this.ports = ports;
        this.home = home;
        this.checkout = checkout;
        this.progress = progress;
        this.run = new RunFolder(home.run());
        this.logs = new LogFiles(home.logs());
        this.former = new FormerData(home, checkout.defaultHome(), logs);
        this.secrets = new Secrets(home.secrets());
        this.launcher = new Launcher(run, logs);
        this.servers = servers(Versions.ofThisBuild());
    }

    private Map<Part, Server> servers(Versions versions) {
        var readiness = new Readiness(run, logs);
        int postgresPort = ports.of(Part.POSTGRES);
        var binaries = new PostgresBinaries(checkout.distributions(), versions.postgresql());
        var cluster = new PostgresCluster(home.postgres(), binaries, launcher);
        var databases = new PostgresDatabases(postgresPort, secrets);
        var keycloak = new KeycloakDistribution(
                checkout.keycloakArchive(versions), checkout.distributions(), versions.keycloak(), launcher);
        Map<Part, Server> all = new EnumMap<>(Part.class);
        all.put(
                Part.POSTGRES,
                new PostgresServer(postgresPort, binaries, cluster, databases, secrets, run, launcher, readiness));
        all.put(
                Part.KEYCLOAK,
                new KeycloakServer(
                        ports,
                        home.keycloak(),
                        checkout.realmFiles(),
                        keycloak,
                        databases,
                        secrets,
                        launcher,
                        readiness));
        for (Part part : Part.values()) {
            if (part.isService()) {
                all.put(part, new ServiceProcess(part, ports, home, checkout, secrets, launcher, readiness));
            }
        }
        return all;
    }

    /** A stack of the source tree around the given folder, with a home and an offset of its own. */
    public static LocalStack in(Path checkout, Path home, int portOffset, Progress progress) {
        return new LocalStack(Checkout.around(checkout), new Home(home), new Ports(portOffset), progress);
    }

    /**
     * The stack that RIAYA_HOME and RIAYA_PORT_OFFSET name; without them the one of this source tree.
     * Where a stack runs already and no offset is named, the offset is that of the running one.
     */
    public static LocalStack fromEnvironment(Progress progress) {
        Map<String, String> environment = System.getenv();
        Checkout checkout = Checkout.around(Path.of(environment.getOrDefault("RIAYA_CHECKOUT", ".")));
        Home home = Optional.ofNullable(environment.get(Home.VARIABLE))
                .filter(name -> !name.isBlank())
                .map(name -> new Home(Path.of(name)))
                .orElseGet(checkout::defaultHome);
        Ports ports = Optional.ofNullable(environment.get(Ports.VARIABLE))
                .filter(offset -> !offset.isBlank())
                .map(Ports::parse)
                .or(() -> new RunFolder(home.run()).ports())
                .orElse(new Ports(0));
        return new LocalStack(checkout, home, ports, progress);
    }

    /** An offset above the given one at which every port of a stack is free now, for a stack beside others. */
    public static int freeOffset(int above) {
        return new Ports(above)
                .freeOffset()
                .orElseThrow(() -> new StackFault("No offset of ports above " + above + " is free."));
    }

    /** Starts what does not run yet and returns when all is ready; ends what it began if one of them fails. */
    public void start() {
        start(List.of(Part.values()));
    }

    /** Starts one part again, for instance after it was killed. */
    public void start(Part part) {
        start(List.of(part));
    }

    /** Starts those of the parts that do not run yet, in their order, and returns when they are ready. */
    public void start(List<Part> parts) {
        home.create();
        boolean done = false;
        try (RunLock alone = RunLock.take(home.run())) {
            requirePortsOfTheRunning();
            for (Part part : parts) {
                server(part).adoptOrphan(progress);
            }
            List<Part> missing = parts.stream()
                    .filter(part -> run.find(part).isEmpty())
                    .sorted()
                    .toList();
            new Obstacles(ports, home)
                    .refuseIfAny(missing.stream().map(this::server).toList());
            secrets.ensure();
            run.recordPorts(ports);
            begin(missing);
            startInOrder(parts.stream().sorted().toList(), missing);
            begin(List.of());
            done = true;
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    private synchronized void begin(List<Part> parts) {
        starting = parts;
    }

    /** The services need PostgreSQL and Keycloak, but not one another: they start together. */
    private void startInOrder(List<Part> parts, List<Part> missing) {
        for (Part part : parts) {
            if (missing.contains(part)) {
                server(part).prepare(progress);
                server(part).launch();
            }
            if (!part.isService()) {
                awaitReady(part);
            }
        }
        parts.stream().filter(Part::isService).forEach(this::awaitReady);
    }

    private void awaitReady(Part part) {
        try {
            progress.step(part.title(), "ready on " + address(part).getAuthority(), server(part)::awaitReady);
        } catch (StackFault fault) {
            throw part.isService() ? former.explained(part, fault) : fault;
        }
    }

    private void requirePortsOfTheRunning() {
        run.ports().filter(running -> !running.equals(ports)).ifPresent(running -> {
            throw new StackFault("The stack of " + home.root() + " runs with " + Ports.VARIABLE + "=" + running.offset()
                    + ": use that offset, or stop it first with ./riaya down.");
        });
    }

    /** Ends what the start under way has begun; nothing can be started through this object afterwards. */
    public void abandon() {
        launcher.close();
        undo();
    }

    private synchronized void undo() {
        stop(starting);
        starting = List.of();
    }

    /** Stops every process of this home in good order, those of an interrupted run as well. */
    public void stop() {
        home.create();
        try (RunLock alone = RunLock.take(home.run())) {
            servers.values().forEach(server -> server.adoptOrphan(progress));
            stop(List.of(Part.values()));
        }
    }

    /** Stops one part in good order. */
    public void stop(Part part) {
        stop(List.of(part));
    }

    private void stop(List<Part> parts) {
        Map<Part, ProcessMark> running = new EnumMap<>(Part.class);
        parts.forEach(part -> run.find(part).ifPresent(mark -> running.put(part, mark)));
        running.forEach((part, mark) -> {
            if (part.isService()) {
                server(part).requestStop(mark);
            }
        });
        for (Part part : Part.inOrderOfStop()) {
            ProcessMark mark = running.get(part);
            if (mark != null) {
                progress.step(part.title(), "stopped", () -> {
                    server(part).requestStop(mark);
                    Stopping.await(mark);
                    run.forget(part);
                });
            }
        }
    }

    /** Ends one part as a power cut would (SIGKILL) and returns when it is gone. */
    public void kill(Part part) {
        run.find(part).ifPresent(mark -> {
            Stopping.kill(mark);
            run.forget(part);
        });
    }

    /** How every part does now. */
    public List<PartStatus> status() {
        return Arrays.stream(Part.values()).map(this::status).toList();
    }

    private PartStatus status(Part part) {
        Optional<ProcessMark> mark = run.find(part);
        PartStatus.State state;
        if (mark.isEmpty()) {
            state = PartStatus.State.STOPPED;
        } else if (server(part).isReady()) {
            state = PartStatus.State.READY;
        } else {
            state = PartStatus.State.SILENT;
        }
        return new PartStatus(part, state, mark.map(ProcessMark::pid), address(part), logs.of(part.id()));
    }

    /** The running services of which a newer build exists. */
    public List<Part> outdated() {
        return servers.values().stream()
                .filter(server -> server instanceof ServiceProcess service && service.isOutdated())
                .map(Server::part)
                .filter(this::isRunning)
                .toList();
    }

    public boolean isRunning() {
        return run.isAnyRunning();
    }

    public boolean isRunning(Part part) {
        return run.find(part).isPresent();
    }

    /** The process of a part, while it runs. */
    public OptionalLong pid(Part part) {
        return run.find(part).map(mark -> OptionalLong.of(mark.pid())).orElse(OptionalLong.empty());
    }

    /** Where a part answers: `http://127.0.0.1:8081`, for PostgreSQL `postgresql://127.0.0.1:15432`. */
    public URI address(Part part) {
        return part == Part.POSTGRES
                ? URI.create("postgresql://" + Ports.HOST + ":" + ports.of(part))
                : ServiceProcess.address(ports, part);
    }

    /** Where a part answers for its health and its measures. */
    public URI managementAddress(Part part) {
        return URI.create("http://" + Ports.HOST + ":" + ports.managementOf(part));
    }

    /** The realm of Keycloak, which is also the issuer of its tokens. */
    public URI realm() {
        return KeycloakServer.realm(ports);
    }

    /** Signs people in as a browser does. */
    public Login login() {
        return new Login(realm());
    }

    /** The database of a part as JDBC names it. */
    public String jdbcUrl(Part part) {
        return PostgresDatabases.url(ports.of(Part.POSTGRES), PostgresDatabases.of(part));
    }

    /** A secret of a part, for instance `riaya.db.password` of WELFARE. */
    public String secret(Part part, String property) {
        return secrets.read(part, property);
    }

    public Path logFile(Part part) {
        return logs.of(part.id());
    }

    /** The folder where welfare-service lays the files for the bank. */
    public Path bankOutbox() {
        return home.outbox();
    }

    public int portOffset() {
        return ports.offset();
    }

    public Path homeFolder() {
        return home.root();
    }

    /** Deletes the data of this home; nothing of it may run. */
    public List<Path> reset() {
        if (isRunning()) {
            throw new StackFault("The stack of " + home.root() + " runs: stop it first with ./riaya down.");
        }
        List<Path> deleted = new ArrayList<>();
        for (Path folder : home.data()) {
            if (folder.toFile().exists()) {
                Folders.delete(folder);
                deleted.add(folder);
            }
        }
        return deleted;
    }

    Home home() {
        return home;
    }

    Checkout checkout() {
        return checkout;
    }

    LogFiles logs() {
        return logs;
    }

    Launcher launcher() {
        return launcher;
    }

    private Server server(Part part) {
        return Objects.requireNonNull(servers.get(part));
    }
}
