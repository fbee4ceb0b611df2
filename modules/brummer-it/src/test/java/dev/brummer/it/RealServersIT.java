package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.InstalledServers;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.Signals;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Real servers make trees that no textbook has: Redis wipes its environment, PostgreSQL's workers each lead a session,
 * RabbitMQ leaves a daemon behind that belongs to nobody. Those that are installed run as one fleet, each on ports and
 * data of its own, so that others of their kind on this machine do not matter.
 */
@EndToEnd
class RealServersIT {
    private static final List<String> SERVERS = List.of("redis-server", "postgres", "rabbitmq-server");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    // PostgreSQL does not run as root.
    private static final String AS_POSTGRES =
            ROOT ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";

    private final List<Integer> ports = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private List<ProcessHandle> tree = List.of();

    /** How a fleet ends. */
    enum End {
        CTRL_C,
        KILL_OF_THE_JVM,
        KILL_OF_THE_GROUP;

        void of(BrumRun up, List<String> servers) {
            switch (this) {
                case CTRL_C -> {
                    if (servers.contains("rabbitmq-server")) {
                        up.awaitLine("rabbitmq-server", "Server startup complete");
                    }
                    up.interrupt().hasExitCode(0);
                }
                case KILL_OF_THE_JVM -> up.signal("KILL").awaitEnd();
                case KILL_OF_THE_GROUP -> {
                    Signals.sendToGroup("KILL", up.pid());
                    up.awaitEnd();
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void whatIsNotInstalledIsSkipped(String server) {
        Optional<Path> program = InstalledServers.program(server);
        assumeTrue(program.isPresent(), server + " is not installed, so the fleet of this test is one without it");
        assertThat(program.orElseThrow()).isExecutable().hasFileName(server);
    }

    @ParameterizedTest
    @EnumSource
    void howeverItEndsNoServerIsLeft(End end, Sandbox sandbox) throws IOException {
        List<String> installed = SERVERS.stream().filter(name -> InstalledServers.program(name).isPresent()).toList();
        assumeTrue(!installed.isEmpty(), "none of " + SERVERS + " is installed");
        BrumRun up = sandbox.yaml("defaults: {stop_grace_period: 3s}\nservices:\n" + services(sandbox)).up();
        installed.forEach(name -> up.await(name, "ready"));
        tree = ProcessHandle.of(up.pid()).orElseThrow().descendants().toList();
        assertThat(tree).as("servers, their workers, and the guard").hasSizeGreaterThan(installed.size());
        assertThat(ports).as("ports, with that of RabbitMQ's port mapper")
                .allSatisfy(port -> assertThat(LiveProcess.holding(port)).isNotEmpty());

        end.of(up, installed);

        Await.until("nobody is left", () -> left().isEmpty(), () -> left().toString());
        assertThat(ports).allSatisfy(port -> assertThat(LiveProcess.holding(port)).isEmpty());
    }

    private List<ProcessHandle.Info> left() {
        return tree.stream()
                .filter(process -> process.isAlive() && LiveProcess.isAlive(process.pid()))
                .map(ProcessHandle::info)
                .toList();
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        tree.forEach(ProcessHandle::destroyForcibly);
        for (Path folder : folders) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private String services(Sandbox sandbox) throws IOException {
        StringBuilder services = new StringBuilder();
        Path data = sandbox.project();
        InstalledServers.program("redis-server").ifPresent(program -> services.append(redis(program, data)));
        InstalledServers.program("rabbitmq-server").ifPresent(program -> services.append(rabbit(program, data)));
        Optional<Path> postgres = InstalledServers.program("postgres");
        if (postgres.isPresent()) {
            services.append(postgres(postgres.get()));
        }
        return services.toString();
    }

    private int port() {
        int port = Ports.free();
        ports.add(port);
        return port;
    }

    private String redis(Path program, Path data) {
        int port = port();
        return """
                  redis-server:
                    command: [%s, --port, "%d", --bind, 127.0.0.1, --save, "", --dir, %s]
                    ports: [%d]
                """.formatted(program, port, data, port);
    }

    private String postgres(Path program) throws IOException {
        int port = port();
        Path folder = Files.createTempDirectory("brummer-it-postgres");
        folders.add(folder);
        if (ROOT) {
            var users = FileSystems.getDefault().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName("postgres"));
        }
        return """
                  initdb:
                    type: task
                    command: cd %1$s && %2$s %3$s -D %1$s/data -U brummer -A trust --no-sync --locale=C >/dev/null
                  postgres:
                    command: cd %1$s && exec %2$s %4$s -D %1$s/data -p %5$d -k %1$s -h 127.0.0.1 -F
                    ports: [%5$d]
                    stop_signal: SIGINT
                    depends_on: [initdb]
                """.formatted(folder, AS_POSTGRES, program.resolveSibling("initdb"), program, port);
    }

    /** Its port mapper and the port for its kin are open before it has booted, and all its processes are there. */
    private String rabbit(Path program, Path data) {
        int port = Ports.free();
        return """
                  rabbitmq-server:
                    command: [%1$s]
                    ports: [%4$d, %5$d]
                    environment:
                      HOME: %3$s
                      ERL_EPMD_PORT: "%4$d"
                      ERL_EPMD_ADDRESS: 127.0.0.1
                      RABBITMQ_NODENAME: it%2$d@localhost
                      RABBITMQ_NODE_IP_ADDRESS: 127.0.0.1
                      RABBITMQ_NODE_PORT: "%2$d"
                      RABBITMQ_DIST_PORT: "%5$d"
                      RABBITMQ_MNESIA_BASE: %3$s/mnesia
                      RABBITMQ_LOGS: "-"
                      RABBITMQ_LOG_BASE: %3$s/log
                      RABBITMQ_CONFIG_FILE: %3$s/none
                      RABBITMQ_ENABLED_PLUGINS_FILE: %3$s/plugins
                      RABBITMQ_PID_FILE: %3$s/pid
                """.formatted(program, port, data, port(), port());
    }
}
