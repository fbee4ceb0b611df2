package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.NodeProject;
import dev.brummer.it.kit.PretendedCompose;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * {@code docs/guide.md}, heading by heading: what it says is typed, and what is seen of it. All but the last few are about
 * one session, which begins as a person begins it: {@code brum} alone, and {@code /run} at its prompt.
 */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideIT {
    private static final int LAST = Integer.MAX_VALUE;

    private static Sandbox sandbox;
    private static PretendedCompose compose;
    private static NodeShopFolder shop;
    private static TerminalWindow window;

    @BeforeAll
    static void theServicesAreStartedOneAfterTheOther(Sandbox shared) throws IOException {
        NodeProject.assumeNode();
        sandbox = shared;
        shop = NodeShopFolder.in(sandbox);
        compose = PretendedCompose.in(sandbox);
        sandbox.write(".env", "RATE_LIMIT=40\nBREAKER_COOLDOWN=200\nMETRICS_INTERVAL=3000\n");
        window = compose.window(100, 30);
        window.enter("NODE_ENV=staging ../bin/brum; echo code $?").awaitText("'/run NAME…' starts some").awaitLastLine("❯");
        window.enter("/run infra");
        awaitReady("infra");
        window.enter("/run auth users");
        awaitReady("users");
        window.enter("/run products");
        awaitReady("products");
        window.enter("/run start:all");
        awaitReady("gateway");
    }

    private static void awaitReady(String service) {
        awaitLine(service + " +> ready .*");
    }

    private static void awaitLine(String pattern) {
        window.await("a line is '" + pattern + "'", () -> window.lines().stream().anyMatch(line -> line.matches(pattern)));
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
            compose.close();
        }
    }

    private static Ended brum(String... arguments) {
        return compose.with(sandbox.brum(arguments)).run();
    }

    /** What a command shows that ends well. */
    private static String shown(String... arguments) {
        return brum(arguments).hasExitCode(0).stdout();
    }

    /** What a command shows once it shows all of this. */
    private static void awaitShown(List<String> words, String... arguments) {
        Predicate<String> all = text -> words.stream().allMatch(text::contains);
        Await.until("'brum " + String.join(" ", arguments) + "' shows " + words,
                () -> all.test(shown(arguments)), () -> shown(arguments));
    }

    @Test
    @DisplayName("Example Microservices Architecture")
    void theGraphIsWhatTheScriptsSay() {
        assertThat(shown("graph")).containsSubsequence("infra", "core", "services", "gateway");
    }

    @Test
    @DisplayName("Root Package Configuration")
    void theScriptsAreListedWithTheirComments() {
        assertThat(shown("scripts"))
                .containsPattern("gateway +service .* npm run dev +services/api-gateway")
                .containsPattern("db:mongo +task .* docker-compose up -d mongodb")
                .containsPattern("dev +group .* gateway, auth, users, products, orders");
    }

    @Test
    @DisplayName("Starting Your Microservices")
    void aloneItListsAndInAPipeThatIsAll() {
        Ended alone = brum().hasExitCode(0);
        assertThat(alone.stdout()).isEqualTo(shown("scripts"));
        assertThat(alone.stderr()).contains("'brum up NAME…' starts some of these");
        assertThat(window.lines()).anyMatch(line -> line.matches("infra +task +infra +docker-compose up -d postgres .*"));
    }

    @Test
    @DisplayName("Step 1: Start Infrastructure")
    void containersAreATaskThatIsReadyWhenTheyAnswer() {
        assertThat(compose.calls()).startsWith("up -d postgres mongodb redis rabbitmq");
        assertThat(shown("ps")).containsPattern("infra +infra +ready");
    }

    @Test
    @DisplayName("Step 2: Start Core Services")
    void whatIsRunComesInTheSameStream() {
        assertThat(window.lines())
                .contains("brum  > run: starts auth, users")
                .anyMatch(line -> line.matches("auth +\\| auth-service listening on .*"))
                .anyMatch(line -> line.matches("gateway +\\| api-gateway listening on .*"));
    }

    @Test
    @DisplayName("Request Flow Tracking")
    void aRequestIsFollowedThroughAllServices() throws Exception {
        assertThat(shop.order("a1b2c3", "fine")).isEqualTo(201);
        List<String> flow = List.of(
                "POST /api/orders - Start", "Validating token", "Loading user profile", "Creating order",
                "Processing payment for order", "POST /api/orders - 201");
        awaitShown(flow, "trace", "a1b2c3");
    }

    @Test
    @DisplayName("Service Health Monitoring")
    void healthRoutesAreFoundAndAsked() {
        assertThat(shown("health", "users")).contains("users", "http");
        window.enter("/health gateway").awaitText("http /health");
    }

    @Test
    @DisplayName("Distributed Error Tracking")
    void anErrorIsToldWhereItBeganWithWhatFollowed() throws Exception {
        assertThat(shop.order("d4e5f6", "declined")).isEqualTo(402);
        awaitShown(List.of("the card for order", "payments"), "errors");
    }

    @Test
    @DisplayName("Circuit Breaker Pattern")
    void aCircuitOpensAndCloses() throws Exception {
        shown("stop", "payments");
        for (String id : List.of("cb0001", "cb0002", "cb0003")) {
            assertThat(shop.order(id, "fine")).isEqualTo(502);
        }
        awaitShown(List.of("orders", "open"), "breakers");
        shown("start", "payments");
        Await.until("an order is paid again", () -> ordered("cb0004"), () -> shown("logs", "-n", "20"));
        awaitShown(List.of("orders", "closed"), "breakers");
    }

    private static boolean ordered(String id) {
        try {
            return shop.order(id, "fine") == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("RabbitMQ Message Flow")
    void messagesAreCountedWhereTheyArePublishedAndReceived() throws Exception {
        assertThat(shop.order("e00001", "fine")).isEqualTo(201);
        awaitShown(List.of("order.created", "orders", "notifications"), "messages");
    }

    @Test
    @DisplayName("Managing Multiple Databases")
    void databasesRunAndWhoIsConnectedToWhomIsCounted() throws Exception {
        window.enter("/run db:postgres db:mongo");
        awaitReady("db-postgres");
        awaitReady("db-mongo");
        assertThat(shop.order("c00001", "fine")).isEqualTo(201);
        awaitShown(List.of("gateway", "users"), "connections");
    }

    @Test
    @Order(LAST - 1)
    @DisplayName("1. Developing a Single Service")
    void theFolderOfAServiceIsAProjectOfItsOwn() {
        window.enter("clear; ../bin/brum -d services/user-service; echo code $?").awaitText("'/run NAME…' starts some");
        window.awaitLastLine("❯").enter("/run dev").awaitText("user-service listening on");
        window.enter("/run test").awaitText("user-service: checked");
        window.enter("/quit").awaitText("code 0");
    }

    @Test
    @DisplayName("2. Integration Testing")
    void setupIsTheGraphAndRunTheCommand() {
        assertThat(shown("test", "integration")).contains("# pass 2");
    }

    @Test
    @DisplayName("3. Debugging Service Communication")
    void theStreamIsFilteredByRequestLevelAndService() throws Exception {
        assertThat(shop.order("f1f2f3", "declined")).isEqualTo(402);
        window.enter("/clear").enter("/show f1f2f3").awaitText("[f1f2f3] POST /api/orders - 402");
        window.awaitLastLine("show f1f2f3 ❯");
        window.enter("/clear").enter("/show ERROR").awaitText("ERROR [payment-service]");
        window.enter("/clear").enter("/show user-service").awaitText("[user-service] Loading user profile for request f1f2f3");
        window.enter("/show").awaitLastLine("❯");
    }

    @Test
    @DisplayName("Service Metrics")
    void metricsAreReadFromTheLines() {
        awaitShown(List.of("orders", "requests_per_second", "memory_usage"), "metrics");
    }

    @Test
    @DisplayName("Load Testing")
    void aLoadTestEndsWithWhatItDidToTheServices() {
        Ended load = brum("run", "loadtest", "--", "40").hasExitCode(0);
        assertThat(load.stdout()).contains("40 orders, 0 failed");
        assertThat(load.stderr()).contains("p95").contains("memory");
    }

    @Test
    @DisplayName("Docker Compose Development")
    void scriptsOfContainersRunAsTheyAre() {
        assertThat(shown("run", "docker:ps")).contains("postgres running");
        window.enter("/run logs docker:dev").awaitText("ready to accept connections").awaitText("all containers run");
        window.enter("/stop logs").enter("/stop docker:dev");
        awaitLine("logs +> stopped .*");
        awaitLine("docker-dev +> stopped .*");
    }

    @Test
    @DisplayName("Service Discovery")
    void whoIsRegisteredWhereIsListed() {
        patterns();
        awaitShown(List.of("users", "172.20.0.5:", "orders", "172.20.0.6:"), "discovery");
    }

    @Test
    @DisplayName("Distributed Tracing")
    void theHopsOfATraceAreDrawn() {
        patterns();
        awaitShown(List.of("Auth Service", "Payment Service", "369"), "trace", "5f3a2b1c");
    }

    private static void patterns() {
        window.enter("/run patterns").awaitText("369ms total");
    }

    @Test
    @DisplayName("Rate Limiting")
    void aClientAtItsLimitIsListed() throws Exception {
        String client = "192.168.1.100";
        for (int i = 0; i < 40; i++) {
            assertThat(shop.order("r%05d".formatted(i), "fine", client)).isEqualTo(201);
        }
        assertThat(shop.order("r00040", "fine", client)).isEqualTo(429);
        awaitShown(List.of(client, "40"), "limits");
    }

    @Test
    @DisplayName("Common Issues")
    void whyAServiceIsAsItIsIsTold() {
        assertThat(shown("why", "gateway")).contains("gateway", "ready");
        assertThat(shown("env", "auth")).containsPattern("NODE_ENV +staging");
        assertThat(shown("doctor")).contains("commands: docker-compose, npm", "ports of what runs here", "nothing that would make a start fail");
    }

    @Test
    @DisplayName("Debugging Tools")
    void memoryIsShownAndAScriptLooksAtEveryService() {
        assertThat(shown("top")).contains("MEMORY", "payments");
        assertThat(shown("run", "--no-report", "monitor")).contains("gateway: healthy", "notifications: healthy");
    }

    @Test
    @DisplayName("1. Service Startup Order")
    void theStagesAreThoseOfTheScripts() {
        assertThat(shown("up", "--dry-run")).containsSubsequence("infra", "auth", "products", "gateway");
        assertThat(shown("events", "-n", "1000")).containsSubsequence("infra", "auth", "products", "gateway");
    }

    @Test
    @Order(LAST - 2)
    @DisplayName("2. Graceful Shutdown")
    void ctrlCStopsServicesAndContainersInReverseOrder() {
        window.press("C-c").awaitText("code 0");
        List<String> lines = window.lines();
        assertThat(lines).anyMatch(line -> line.matches("gateway +\\| Shutting down gracefully\\.\\.\\."));
        assertThat(lines).anyMatch(line -> line.matches("auth +\\| Service stopped"));
        assertThat(compose.calls()).contains("stop postgres mongodb redis rabbitmq", "stop mongodb");
    }

    @Test
    @Order(LAST)
    @DisplayName("3. Environment Management")
    void theEnvironmentIsNamedWhereBrumIsCalled() {
        for (String environment : List.of("development", "production")) {
            window.enter("clear; NODE_ENV=" + environment + " ../bin/brum; echo code $?").awaitLastLine("❯");
            window.enter("/run auth").awaitText("listening on").awaitText("ready in");
            assertThat(shown("env", "auth")).containsPattern("NODE_ENV +" + environment);
            window.enter("/quit").awaitText("code 0");
        }
    }

    @Test
    @DisplayName("Next Steps")
    void everyHeadingIsInTheDocumentation() throws IOException {
        List<String> rows = Files.readAllLines(Checkout.ROOT.resolve("docs/guide.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| heading"))
                .map(line -> line.substring(2).replaceFirst(" \\|.*$", ""))
                .toList();
        List<String> tested = Stream.of(GuideIT.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .map(GuideIT::heading)
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(tested);
    }

    private static String heading(Method method) {
        return method.getAnnotation(DisplayName.class).value();
    }
}
