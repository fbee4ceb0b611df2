package dev.brummer.it.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/**
 * A project without a {@code brummer.yaml}, as its users have it: small Node services, and something that is called
 * docker-compose.
 */
public final class NodeProject implements AutoCloseable {
    /** What the folders below {@code services} are called. */
    public static final List<String> SERVICES = List.of(
            "api-gateway", "auth-service", "user-service", "product-service", "order-service", "payment-service",
            "notification");

    private final PretendedCompose compose;

    private NodeProject(PretendedCompose compose) {
        this.compose = compose;
    }

    /** Writes the services and the tool; skips the test where there is no Node. */
    public static NodeProject in(Sandbox sandbox) {
        assumeNode();
        for (String service : SERVICES) {
            sandbox.write("services/" + service + "/package.json", """
                    {"name": "%s", "scripts": {"dev": "node index.js", "test": "node -e \\"console.log('tested %s')\\""}}
                    """.formatted(service, service));
            sandbox.write("services/" + service + "/index.js", """
                    console.log('%s runs for ' + process.env.NODE_ENV + ' as ' + process.env.npm_lifecycle_event);
                    process.on('SIGTERM', () => process.exit(0));
                    setInterval(() => {}, 1000);
                    """.formatted(service));
        }
        return new NodeProject(PretendedCompose.in(sandbox));
    }

    /** Skips the test where there is no Node. */
    public static void assumeNode() {
        boolean node = InstalledServers.program("node").isPresent() && InstalledServers.program("npm").isPresent();
        assumeTrue(node, "Node and npm are not installed");
    }

    /** Has a call find the tool, and an engine. */
    public Call with(Call call) {
        return compose.with(call);
    }

    /** Has a call find the tool, and no engine. */
    public Call withoutEngine(Call call) {
        return compose.withoutEngine(call);
    }

    /** A terminal with a shell in the project's folder, where {@code ../bin/brum} finds the tool and an engine. */
    public TerminalWindow window(int columns, int rows) throws IOException {
        return compose.window(columns, rows);
    }

    /** What the tool was told so far. */
    public List<String> composeCalls() {
        return compose.calls();
    }

    @Override
    public void close() {
        compose.close();
    }
}
