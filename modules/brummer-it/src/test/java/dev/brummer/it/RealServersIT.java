package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.InstalledServers;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.PostgresService;
import dev.brummer.it.kit.RabbitService;
import dev.brummer.it.kit.RedisService;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.Signals;
import java.io.IOException;
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
        return new RedisService("redis-server", program, port()).yaml(data);
    }

    private String postgres(Path program) throws IOException {
        Path folder = Files.createTempDirectory("brummer-it-postgres");
        folders.add(folder);
        return PostgresService.in(folder, program, port()).yaml();
    }

    /** Its port mapper and the port for its kin are open before it has booted, and all its processes are there. */
    private String rabbit(Path program, Path data) {
        RabbitService rabbit = new RabbitService(program, Ports.free(), port(), port());
        return rabbit.yaml(data, "[" + rabbit.mapperPort() + ", " + rabbit.kinPort() + "]");
    }
}
