package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.brummer.core.engine.StartFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortTableTest {
    private final long self = ProcessHandle.current().pid();
    private final PortTable ports = new PortTable(TestProcess.LINUX);
    private ServerSocket server;
    private int open;
    private int closed;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open = server.getLocalPort();
        closed = PortTable.free(Set.of(open));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aProcessListensIfItHoldsASocketOfEveryPort() throws IOException {
        assertThat(ports.listens(List.of(open), () -> Set.of(self))).isTrue();
        assertThat(ports.listens(List.of(open, closed), () -> Set.of(self))).isFalse();
        assertThat(ports.listens(List.of(open), Set::of)).isFalse();
    }

    @Test
    void nobodyIsLookedForWhileAPortIsClosed() throws IOException {
        assertThat(ports.listens(List.of(closed), () -> {
                    throw new AssertionError("no need to know the members");
                }))
                .isFalse();
    }

    @Test
    void theFirstClosedPortIsNamed() throws IOException {
        assertThat(ports.firstClosed(List.of(open, closed))).contains(closed);
        assertThat(ports.firstClosed(List.of(open))).isEmpty();
    }

    @Test
    void aFreePortMayBeClaimed() throws IOException {
        assertThatCode(() -> ports.requireFree("web", List.of(closed), _ -> Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void aPortOfAnotherServiceNamesThatService() throws IOException {
        assertThatThrownBy(() -> ports.requireFree("web", List.of(closed, open), _ -> Optional.of("auth")))
                .isInstanceOf(StartFailedException.class)
                .extracting(e -> ((StartFailedException) e).explanation(), STRING)
                .startsWith("port " + open + ", claimed by web, is held by service auth: '");
        assertThat(ports.holder(open, _ -> Optional.of("auth")).orElseThrow()).startsWith("service auth: '");
        assertThat(ports.holder(closed, _ -> Optional.empty())).isEmpty();
    }

    @Test
    void theOpenPortsOfAProcessAreItsOwn() throws IOException {
        assertThat(ports.openOf(Map.of("web", Set.of(self))).get("web")).contains(open).doesNotContain(closed);
        assertThat(ports.openOf(Map.of("web", Set.of())).get("web")).isEmpty();
    }

    @Test
    void aFreePortIsNoneThatIsTaken() throws IOException {
        var taken = new HashSet<Integer>();
        for (int i = 0; i < 20; i++) {
            assertThat(taken.add(FreePorts.ofThisMachine().next(taken))).isTrue();
        }
    }
}
