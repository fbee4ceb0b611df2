package dev.brummer.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.InstalledServers;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.PostgresService;
import dev.brummer.it.kit.RabbitService;
import dev.brummer.it.kit.RedisService;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that ask real servers in their own protocol. Debian has no MongoDB: the check of that name meets a scripted
 * server alone, in the tests of the plugin. Kafka is asked under the Maven profile {@code kafka}.
 */
@EndToEnd
class ProtocolChecksIT {
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("brummer-it-checks");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path program(String name) {
        Optional<Path> program = InstalledServers.program(name);
        assumeTrue(program.isPresent(), name + " is not installed");
        return program.orElseThrow();
    }

    @Test
    void redisIsAskedWithAndWithoutAPassword(Sandbox sandbox) {
        Path program = program("redis-server");
        List<Integer> ports = Ports.free(2);
        String yaml = "services:\n"
                + new RedisService("open", program, ports.get(0)).yaml(folder) + "    readiness: {redis: "
                + ports.get(0) + "}\n"
                + new RedisService("locked", program, ports.get(1)).yaml(folder, "--requirepass", "s3cret")
                + "    environment: {REDIS_PASSWORD: s3cret}\n"
                + "    readiness: {redis: {password: \"${REDIS_PASSWORD}\"}}\n"
                + probe("none", "locked", ports.get(1), "redis: {port: %d}")
                + probe("wrong", "locked", ports.get(1), "redis: {port: %d, user: default, password: not-it}");

        BrumRun up = sandbox.yaml(yaml).up().await("open", "ready").await("locked", "ready");
        up.await("none", "failed").await("wrong", "failed").interrupt();

        assertThat(up.events().reason("open", "ready")).matches("redis answered PONG in \\d+ ms");
        assertThat(up.events().reason("locked", "ready")).matches("redis answered PONG in \\d+ ms");
        assertThat(up.events().reason("none", "failed")).contains("redis wants a password");
        assertThat(up.events().reason("wrong", "failed")).contains("redis refuses the password");
        assertThat(up.stdout() + up.stderr()).doesNotContain("s3cret", "not-it");
    }

    /** A service that is nothing but its check of another, and fails if that does. */
    private static String probe(String name, String other, int port, String check) {
        return "  " + name + ": {command: exec sleep 1000, start_timeout: 2s, depends_on: [" + other
                + "], readiness: {" + check.formatted(port) + "}}\n";
    }

    @Test
    void postgresLetsAUserIn(Sandbox sandbox) throws IOException {
        PostgresService postgres = PostgresService.in(folder, program("postgres"), Ports.free());
        String login = "user: brummer, password: " + PostgresService.PASSWORD;
        String yaml = "services:\n" + postgres.yaml("scram-sha-256", "-c log_connections=on")
                + "    readiness: {postgres: {" + login + "}}\n"
                + "    healthcheck: {postgres: " + postgres.port() + ", interval: 50ms}\n"
                + probe("wrong", "postgres", postgres.port(), "postgres: {port: %d, user: brummer, password: not-it}")
                + probe("missing", "postgres", postgres.port(), "postgres: {port: %d, database: shop, " + login + "}");

        BrumRun up = sandbox.yaml(yaml).up().await("postgres", "ready").await("wrong", "failed");
        up.await("missing", "failed");

        assertThat(up.events().reason("wrong", "failed"))
                .contains("postgres refuses brummer: password authentication failed", "(28P01)");
        assertThat(up.events().reason("missing", "failed"))
                .contains("postgres refuses brummer: database \"shop\" does not exist (3D000)");
        up.interrupt();
        assertThat(up.stdout() + up.stderr()).doesNotContain(PostgresService.PASSWORD, "not-it");
    }

    @Test
    void postgresLogsNothingOfAGuessWhereItWantsAPassword(Sandbox sandbox) throws IOException {
        assertThat(fatalOfManyGuesses(sandbox, "scram-sha-256")).isEmpty();
    }

    @Test
    void postgresLogsAWrongGuessOnce(Sandbox sandbox) throws IOException {
        assertThat(fatalOfManyGuesses(sandbox, "trust"))
                .singleElement()
                .asString()
                .contains("role \"postgres\" does not exist");
    }

    /** The server's word for a check is its line about a connection; it shows that checks go on. */
    private List<String> fatalOfManyGuesses(Sandbox sandbox, String authentication) throws IOException {
        PostgresService postgres = PostgresService.in(folder, program("postgres"), Ports.free());
        String yaml = "services:\n" + postgres.yaml(authentication, "-c log_connections=on")
                + "    healthcheck: {postgres: " + postgres.port() + ", interval: 50ms}\n";
        BrumRun up = sandbox.yaml(yaml).up().await("postgres", "ready");
        up.await("it is asked on", () -> connections(up) > 20);
        List<String> fatal = fatal(up);
        assertThat(up.events().lines("postgres")).noneMatch(line -> line.contains("could not accept"));
        up.interrupt().hasExitCode(0);
        assertThat(up.events().reason("postgres", "ready")).startsWith("postgres answered in ");
        return fatal;
    }

    private static long connections(BrumRun up) {
        return up.events().lines("postgres").stream().filter(line -> line.contains("connection received")).count();
    }

    /** Lines of that level, but for those of a server that takes no connections yet. */
    private static List<String> fatal(BrumRun up) {
        return up.events().lines("postgres").stream()
                .filter(line -> line.contains("FATAL"))
                .filter(line -> !line.contains("the database system is "))
                .toList();
    }

    @Test
    void rabbitTellsWhoItIsAndHowDeepItsQueuesAre(Sandbox sandbox) throws Exception {
        List<Integer> ports = Ports.free(4);
        RabbitService rabbit = new RabbitService(program("rabbitmq-server"), ports.get(0), ports.get(1), ports.get(2));
        String management = "http://127.0.0.1:" + ports.get(3);
        Files.writeString(folder.resolve("plugins"), "[rabbitmq_management].\n");
        Files.writeString(folder.resolve("rabbitmq.conf"), """
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                collect_statistics_interval = 100
                """.formatted(ports.get(3)));
        String login = "user: guest, password: guest";
        String yaml = "services:\n" + rabbit.yaml(folder, "[" + rabbit.port() + "]")
                + "    readiness: {amqp: {" + login + "}}\n"
                + "  go: {type: task, command: 'until [ -e go ]; do sleep 0.02; done', depends_on: [rabbitmq-server]}\n"
                + after("rabbitmq-server", "anonymous", "port: " + rabbit.port())
                + after("rabbitmq-server", "wrong", "port: " + rabbit.port() + ", user: guest, password: not-it")
                + after("go", "deep", "port: %d, %s, management: '%s', max_queue: 1"
                        .formatted(rabbit.port(), login, management));

        BrumRun up = sandbox.yaml(yaml).up().await("rabbitmq-server", "ready");
        up.await("anonymous", "ready").await("wrong", "failed");
        assertThat(up.events().lines("rabbitmq-server"))
                .as("a login is information, who leaves without one is warned of")
                .anyMatch(line -> line.contains("[info]") && line.contains("user 'guest' authenticated"))
                .anyMatch(line -> line.contains("[warning]") && line.contains("client unexpectedly closed"));
        publish(management, 2);
        sandbox.write("go", "");
        up.await("deep", "ready").interrupt();

        assertThat(up.events().reason("rabbitmq-server", "ready")).matches("RabbitMQ [\\d.]+ let guest in, in \\d+ ms");
        assertThat(up.events().reason("anonymous", "ready")).matches("RabbitMQ [\\d.]+ answered in \\d+ ms");
        assertThat(up.events().reason("wrong", "failed")).contains("refuses guest: ACCESS_REFUSED", "(403)");
        assertThat(up.events().reason("deep", "ready"))
                .matches("degraded: orders holds 2 messages, more than 1; RabbitMQ [\\d.]+ let guest in, in \\d+ ms");
        assertThat(up.stdout() + up.stderr()).doesNotContain("not-it");
    }

    private static String after(String other, String name, String options) {
        return "  " + name + ": {command: exec sleep 1000, start_timeout: 5s, depends_on: [" + other
                + "], readiness: {amqp: {" + options + "}}}\n";
    }

    /** Fills a queue, and waits until the broker's statistics know of it. */
    private static void publish(String management, int messages) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String queue = management + "/api/queues/%2F/orders";
            call(client, queue, "PUT", "{}");
            for (int i = 0; i < messages; i++) {
                call(client, management + "/api/exchanges/%2F/amq.default/publish", "POST", """
                        {"properties":{},"routing_key":"orders","payload":"x","payload_encoding":"string"}""");
            }
            Await.until(
                    "the statistics know of " + messages + " messages",
                    () -> call(client, queue, "GET", "").contains("\"messages\":" + messages + ","),
                    () -> call(client, queue, "GET", ""));
        }
    }

    private static String call(HttpClient client, String url, String method, String body) {
        String guest = Base64.getEncoder().encodeToString("guest:guest".getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + guest)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
