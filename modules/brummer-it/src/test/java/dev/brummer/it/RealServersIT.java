package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real servers make trees that no textbook has: Redis wipes its environment, PostgreSQL's workers each lead a session,
 * RabbitMQ leaves a daemon behind that belongs to nobody. Those that are installed are run; what Debian puts elsewhere is
 * looked for there.
 */
@EndToEnd
class RealServersIT {
    private static Optional<Path> program(String name, String... elsewhere) {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name));
        return Stream.concat(onPath, Stream.of(elsewhere).map(Path::of)).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> postgres() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return program("postgres");
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin/postgres")).filter(Files::isExecutable).findFirst();
        } catch (IOException e) {
            throw new AssertionError("the servers cannot be listed", e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void redisIsReadyByItsLogAndLeavesNothing(String end, Sandbox sandbox) {
        Optional<Path> redis = program("redis-server");
        assumeTrue(redis.isPresent(), "redis-server is not installed");
        int port = Ports.free();
        BrumRun up = sandbox.yaml("""
                defaults: {stop_grace_period: 3s}
                services:
                  redis:
                    command: [%s, --port, "%d", --save, "", --dir, %s]
                    ports: [%d]
                """.formatted(redis.get(), port, sandbox.project(), port)).up().await("redis", "ready");
        assertThat(LiveProcess.holding(port)).isNotEmpty();

        up.signal(end).awaitEnd();

        Await.until("nobody listens any more", () -> LiveProcess.holding(port).isEmpty(), () -> "port " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void postgresIsReadyWhenItListensAndLeavesNoWorker(String end, Sandbox sandbox) {
        Optional<Path> postgres = postgres();
        assumeTrue(postgres.isPresent(), "postgres is not installed");
        // It refuses to run as root, and then its own user has to reach the data.
        boolean root = "root".equals(System.getProperty("user.name"));
        String as = root ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        Path bin = postgres.get().getParent();
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "brummer-it-pg-" + Ports.free());
        int port = Ports.free();
        BrumRun up = sandbox.yaml("""
                defaults: {stop_grace_period: 5s}
                services:
                  prepare:
                    type: task
                    command: mkdir %1$s && %2$s && cd / && %3$s %4$s/initdb -D %1$s -U brummer --no-sync >/dev/null
                  postgres:
                    command: cd / && exec %3$s %4$s/postgres -D %1$s -p %5$d -k %1$s -c fsync=off
                    ports: [%5$d]
                    stop_signal: SIGINT
                    depends_on: [prepare]
                """.formatted(data, root ? "chown postgres " + data : "true", as, bin, port))
                .up()
                .await("postgres", "ready");
        try {
            Await.until("its workers run", () -> LiveProcess.withWord(data.toString()).size() >= 1, up::stdout);

            up.signal(end).awaitEnd();

            Await.until("nobody listens any more", () -> LiveProcess.holding(port).isEmpty(), () -> "port " + port);
            Await.until("no worker is left", () -> sandbox.processes().isEmpty(), () -> sandbox.processes().toString());
        } finally {
            delete(data);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void rabbitLeavesNoPortMapperBehind(String end, Sandbox sandbox) {
        Optional<Path> server = program("rabbitmq-server", "/usr/lib/rabbitmq/bin/rabbitmq-server");
        assumeTrue(server.isPresent(), "rabbitmq-server is not installed");
        List<Integer> ports = Ports.free(3);
        // The wrapper of Debian changes to a user of its own; the script behind it runs as anybody.
        Path script = program("rabbitmq-server-script", "/usr/lib/rabbitmq/bin/rabbitmq-server").orElse(server.get());
        BrumRun up = sandbox.yaml("""
                defaults: {stop_grace_period: 10s, start_timeout: 1m}
                services:
                  rabbit:
                    command: [%1$s]
                    ports: [%2$d]
                    environment:
                      HOME: %3$s
                      ERL_EPMD_PORT: "%4$d"
                      RABBITMQ_NODENAME: it%2$d@localhost
                      RABBITMQ_NODE_PORT: "%2$d"
                      RABBITMQ_DIST_PORT: "%5$d"
                      RABBITMQ_MNESIA_BASE: %3$s/data
                      RABBITMQ_LOG_BASE: %3$s/log
                      RABBITMQ_LOGS: "-"
                      RABBITMQ_CONFIG_FILE: %3$s/none
                      RABBITMQ_ENABLED_PLUGINS_FILE: %3$s/plugins
                      RABBITMQ_PID_FILE: %3$s/pid
                """.formatted(script, ports.get(0), sandbox.project(), ports.get(1), ports.get(2)))
                .up()
                .await("rabbit", "ready");
        Await.until("its port mapper listens", () -> !LiveProcess.holding(ports.get(1)).isEmpty(), up::stdout);

        up.signal(end).awaitEnd();

        Await.until(
                "server and port mapper are gone",
                () -> ports.stream().allMatch(port -> LiveProcess.holding(port).isEmpty()),
                () -> sandbox.processes().toString());
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be removed", e);
        }
    }
}
