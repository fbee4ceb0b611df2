package dev.brummer.process;

import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Connection.Side;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.spi.CommandLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With programs of bash, which connects by itself, and node, which listens. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ConnectionsTest {
    private static final String SERVER =
            "const s = require('net').createServer(c => c.on('error', () => {})).listen(0, '%s', () => console.log(s.address().port))";

    private static final int SIGSTOP = 19;

    @TempDir
    private Path folder;

    private TestEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new TestEngine(folder);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private RunHandle client(String host, int port) throws Exception {
        return words("bash", "-c", "exec 3<>/dev/tcp/" + host + "/" + port + "; echo 1; exec sleep 60");
    }

    private RunHandle words(String... words) throws Exception {
        return start(new Recorded(), words);
    }

    private RunHandle start(Recorded seen, String... words) throws Exception {
        return engine.start(new CommandLine.Words(List.of(words)), seen);
    }

    private RunHandle node(Recorded seen, String script) throws Exception {
        assumeTrue(TestProcess.isInstalled("node"), "node is not installed");
        return start(seen, "node", "-e", script);
    }

    private List<Connection> await(int count, RunHandle... runs) {
        soon().until(() -> engine.engine().connections(List.of(runs)).size() == count);
        try {
            return engine.engine().connections(List.of(runs));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aConnectionToAStrangerTellsWhereItGoes() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RunHandle run = client("127.0.0.1", server.getLocalPort());
            Connection connection = await(1, run).getFirst();
            assertThat(connection)
                    .isEqualTo(new Connection(
                            run, Side.CLIENT, connection.localPort(), "127.0.0.1", server.getLocalPort(), Optional.empty()));
        }
    }

    @Test
    void oneBetweenTwoRunsIsToldOnceFromTheClient() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(seen, SERVER.formatted("127.0.0.1"));
        int port = (int) seen.number(0);
        RunHandle client = client("127.0.0.1", port);
        Connection connection = await(1, server, client).getFirst();
        assertThat(connection.run()).isSameAs(client);
        assertThat(connection.side()).isEqualTo(Side.CLIENT);
        assertThat(connection.remotePort()).isEqualTo(port);
        assertThat(connection.remoteRun()).containsSame(server);
    }

    @Test
    void overIpv6AsWell() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(seen, SERVER.formatted("::1"));
        RunHandle client = client("::1", (int) seen.number(0));
        Connection connection = await(1, server, client).getFirst();
        assertThat(connection.remoteAddress()).isEqualTo("::1");
        assertThat(connection.remoteRun()).containsSame(server);
    }

    @Test
    void ipv4ToAServerThatListensOnIpv6IsOne() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(seen, SERVER.formatted("::"));
        RunHandle client = client("127.0.0.1", (int) seen.number(0));
        assertThat(await(1, server, client).getFirst().remoteRun()).containsSame(server);
    }

    @Test
    void aRunThatIsConnectedToItselfIsTold() throws Exception {
        RunHandle run = node(
                new Recorded(),
                "const n = require('net'); const s = n.createServer(() => {}).listen(0, '127.0.0.1', () => "
                        + "n.connect(s.address().port, '127.0.0.1'))");
        Connection connection = await(1, run).getFirst();
        assertThat(connection.side()).isEqualTo(Side.CLIENT);
        assertThat(connection.remoteRun()).containsSame(run);
    }

    @Test
    void aStrangersConnectionIsToldFromTheServersSide() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(seen, SERVER.formatted("127.0.0.1"));
        int port = (int) seen.number(0);
        try (var stranger = new Socket("127.0.0.1", port)) {
            Connection connection = await(1, server).getFirst();
            assertThat(connection)
                    .isEqualTo(new Connection(
                            server, Side.SERVER, port, "127.0.0.1", stranger.getLocalPort(), Optional.empty()));
        }
        await(0, server);
    }

    @Test
    void aConnectionThatNobodyHasAcceptedYetGoesToTheListener() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(seen, SERVER.formatted("127.0.0.1"));
        int port = (int) seen.number(0);
        new PosixCalls().kill(Long.parseLong(server.describe().substring("pid ".length())), SIGSTOP);
        RunHandle client = client("127.0.0.1", port);
        Connection connection = await(1, server, client).getFirst();
        assertThat(connection.run()).isSameAs(client);
        assertThat(connection.remoteRun()).containsSame(server);
    }

    @Test
    void aSocketThatSeveralProcessesHoldIsOneConnection() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RunHandle run = words(
                    "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; sleep 60 & sleep 60 & wait");
            soon().until(() -> engine.engine().usage(List.of(run)).get(run).processes() == 3);
            assertThat(await(1, run)).hasSize(1);
        }
    }

    @Test
    void afterTheServerHasStoppedListeningTheLargerPortIsTheClients() throws Exception {
        var seen = new Recorded();
        RunHandle server = node(
                seen,
                "const s = require('net').createServer(c => { s.close(); }).listen(0, '127.0.0.1', () => console.log(s.address().port))");
        int port = (int) seen.number(0);
        RunHandle client = client("127.0.0.1", port);
        soon().until(() -> engine.engine().openPorts(List.of(server)).get(server).isEmpty());
        Connection connection = await(1, server, client).getFirst();
        assertThat(List.of(connection.run(), connection.remoteRun().orElseThrow())).containsExactlyInAnyOrder(server, client);
        assertThat(connection.localPort()).isGreaterThan(connection.remotePort());
    }
}
