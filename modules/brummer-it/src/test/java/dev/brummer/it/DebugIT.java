package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Debuggers are opened where somebody asked for that, and found behind wrappers. */
@EndToEnd
class DebugIT {
    private static final Pattern PORT = Pattern.compile("(\\w+): debugger of (node|the JVM) at 127\\.0\\.0\\.1:(\\d+);");

    @Test
    void aDebuggerListensWhereTheLineSays(Sandbox sandbox) throws IOException {
        sandbox.write("server.js", "require('http').createServer((q, r) => r.end('x')).listen(process.env.PORT);");
        // A wrapper of the same kind, as npm is.
        sandbox.write("wrapper.js", "require('child_process').spawn('node', ['server.js'], {stdio: 'inherit'});");
        sandbox.write("Main.java", "class Main { public static void main(String[] a) throws Exception { Thread.sleep(1000000); } }");
        BrumRun run = sandbox.yaml("""
                services:
                  users: {command: [node, wrapper.js], ports: [auto]}
                  orders: {command: [java, -Xshare:auto, Main.java]}
                  plain: {command: exec node server.js, ports: [auto]}
                """).up("--debug", "users", "--debug", "orders");
        run.awaitText("users: debugger of node").awaitText("orders: debugger of the JVM").await("plain", "ready");

        List<String> told = PORT.matcher(run.stdout()).results().map(found -> found.group(1)).toList();
        assertThat(told).containsOnly("users", "orders");
        for (var found : PORT.matcher(run.stdout()).results().toList()) {
            new Socket("127.0.0.1", Integer.parseInt(found.group(3))).close();
        }

        sandbox.brum("restart", "users").run().hasExitCode(0);
        run.await("the next run says its own", () -> PORT.matcher(run.stdout()).results()
                        .filter(found -> found.group(1).equals("users"))
                        .map(found -> found.group(3))
                        .distinct()
                        .count() > 1);
        run.interrupt();
    }
}
