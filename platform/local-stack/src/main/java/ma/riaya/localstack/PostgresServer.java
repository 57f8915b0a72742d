package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL with durability on, reached from this machine only and by password only. */
final class PostgresServer implements Server {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PATIENCE_WITH_LEFTOVERS = Duration.ofSeconds(10);

    private final int port;
    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private final PostgresDatabases databases;
    private final Secrets secrets;
    private final RunFolder run;
    private final Launcher launcher;
    private final Readiness readiness;

    PostgresServer(
            int port,
            PostgresBinaries binaries,
            PostgresCluster cluster,
            PostgresDatabases databases,
            Secrets secrets,
            RunFolder run,
            Launcher launcher,
            Readiness readiness) {
        this.port = port;
        this.binaries = binaries;
        this.cluster = cluster;
        this.databases = databases;
        this.secrets = secrets;
        this.run = run;
        this.launcher = launcher;
        this.readiness = readiness;
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void adoptOrphan(Progress progress) {
        if (run.find(Part.POSTGRES).isPresent()) {
            return;
        }
        cluster.postmaster().ifPresent(orphan -> {
            if (cluster.isComplete()
                    && cluster.port().filter(found -> found == port).isPresent()
                    && databases.answer()
                    && databases.areDurable()) {
                run.record(Part.POSTGRES, orphan);
                progress.note("PostgreSQL of an interrupted run still works (process " + orphan.pid() + "): kept.");
            } else {
                progress.note("PostgreSQL of an interrupted run (process " + orphan.pid() + ") is stopped first.");
                Stopping.stop(orphan, this::requestStop);
            }
        });
    }

    @Override
    public List<String> obstacles() {
        List<String> all = new ArrayList<>(binaries.obstacles());
        all.addAll(OrdinaryUser.obstacles());
        all.addAll(cluster.obstacles());
        return all;
    }

    @Override
    public void prepare(Progress progress) {
        binaries.prepare(progress);
        cluster.putAsideIfUnfinished(progress);
        if (!cluster.isComplete()) {
            progress.step(
                    "PostgreSQL, data folder",
                    "made",
                    () -> cluster.create(secrets.folder(Part.POSTGRES).resolve(Secrets.SUPERUSER_PASSWORD)));
        }
    }

    @Override
    public void launch() {
        cluster.removeStalePidFile();
        awaitEndOfLeftovers();
        cluster.writeAccessRules();
        List<String> command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", cluster.folder().toString()));
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        launcher.launch(Part.POSTGRES, OrdinaryUser.command(command), Map.of(), cluster.folder());
    }

    /** On the command line, where nothing written into the data folder has precedence over them. */
    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", Ports.HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "256MB");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", "%m [%p] %d ");
        // No person's name or number reaches a log: neither the text of a failed statement nor the row it met.
        settings.put("log_statement", "none");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        return settings;
    }

    @Override
    public void awaitReady() {
        readiness.await(Part.POSTGRES, PATIENCE, databases::answer);
        databases.ensureAll();
    }

    @Override
    public boolean isReady() {
        return databases.answer();
    }

    /** SIGINT is the fast shutdown: open transactions are rolled back, and nobody is waited for. */
    @Override
    public void requestStop(ProcessMark process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while PostgreSQL was being stopped.", e);
        }
    }

    /** Without their postmaster they end by themselves; one that is too busy to notice is ended, and recovery follows. */
    private void awaitEndOfLeftovers() {
        long deadline = System.nanoTime() + PATIENCE_WITH_LEFTOVERS.toNanos();
        List<ProcessHandle> leftovers = cluster.leftovers();
        while (!leftovers.isEmpty()) {
            if (System.nanoTime() > deadline) {
                leftovers.forEach(ProcessHandle::destroyForcibly);
            }
            Readiness.pause();
            leftovers = cluster.leftovers();
        }
    }
}
