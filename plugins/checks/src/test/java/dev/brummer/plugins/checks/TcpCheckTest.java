package dev.brummer.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpCheckTest {
    private static final ScriptedCheckContext CONTEXT = new ScriptedCheckContext();

    private static HealthCheck tcp(Object address) {
        return new TcpCheckFactory().create(new Options(Map.of("address", "" + address)));
    }

    @Test
    void aPortThatAcceptsPasses() throws Exception {
        try (ServerSocket server = LoopbackServer.listener("127.0.0.1", 0)) {
            int port = server.getLocalPort();

            assertThat(tcp(port).check(CONTEXT)).isEqualTo(Answer.passing("connected to 127.0.0.1:" + port));
            assertThat(tcp("localhost:" + port).check(CONTEXT).isPassing()).isTrue();
        }
    }

    @Test
    void aServerOnIpv6AloneIsFound() throws Exception {
        assumeThat(LoopbackServer.speaksIpv6()).isTrue();
        try (ServerSocket server = LoopbackServer.listener("::1", 0)) {
            int port = server.getLocalPort();

            assertThat(tcp(port).check(CONTEXT)).isEqualTo(Answer.passing("connected to [::1]:" + port));
            assertThat(tcp("[::1]:" + port).check(CONTEXT).isPassing()).isTrue();
        }
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        int port = LoopbackServer.closedPort();

        assertThatThrownBy(() -> tcp(port).check(CONTEXT))
                .isInstanceOf(IOException.class)
                .hasMessage("connection refused on 127.0.0.1:" + port);
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatThrownBy(() -> tcp("nobody.invalid:80").check(CONTEXT)).hasMessage("unknown host 'nobody.invalid'");
    }

    @Test
    void theServiceMayBindItsPortAgainAtOnce() throws Exception {
        ServerSocket server = LoopbackServer.listener("127.0.0.1", 0);
        int port = server.getLocalPort();
        tcp(port).check(CONTEXT);
        try (Socket accepted = server.accept()) {
            assertThat(accepted.getInputStream().read()).as("closed in order, not reset").isEqualTo(-1);
        }
        server.close();

        try (ServerSocket next = LoopbackServer.listener("127.0.0.1", port)) {
            assertThat(next.isBound()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "host:", "0", "65536", "http://host:80", "host:80/x", "::1:80x"})
    void anAddressThatIsNoneIsSaidToBe(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> tcp(address)).withMessageContaining("port");
    }
}
