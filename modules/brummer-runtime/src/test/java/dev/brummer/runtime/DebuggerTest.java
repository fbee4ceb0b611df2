package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.StartOrder;
import dev.brummer.runtime.Debugger.Kind;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DebuggerTest {
    private static final Debugger NPM = new Debugger(Kind.NODE, 40_001);
    private static final Debugger SERVER = new Debugger(Kind.NODE, 40_002);
    private static final Debugger WORKER = new Debugger(Kind.NODE, 40_003);

    @Test
    void whatTheEnvironmentSaysAlreadyIsKept() {
        var id = InstanceId.only(new ServiceId("users"));
        var order = new StartOrder(
                id, 1, new CommandLine.Shell("x"), Path.of("/"), Map.of("NODE_OPTIONS", "--trace-warnings"), List.of());
        assertThat(Debugger.opened(order).environment())
                .containsEntry("NODE_OPTIONS", "--trace-warnings --inspect=127.0.0.1:0")
                .containsEntry(
                        "JAVA_TOOL_OPTIONS",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
    }

    @Test
    void nodeAndJvmsTellWhereTheyListen() {
        assertThat(Debugger.announced("Debugger listening on ws://127.0.0.1:40123/8f2c-11"))
                .contains(new Debugger(Kind.NODE, 40_123));
        assertThat(Debugger.announced("Listening for transport dt_socket at address: 40123"))
                .contains(new Debugger(Kind.JVM, 40_123));
        assertThat(Debugger.announced("Server listening on http://127.0.0.1:3000/")).isEmpty();
    }

    @Test
    void theOneOfTheProcessThatServesTheClaimedPortMatters() {
        var processes = List.of(Set.of(40_001), Set.of(40_002, 3000), Set.of(40_003));
        assertThat(Debugger.choose(List.of(NPM, SERVER, WORKER), processes, List.of(3000))).contains(SERVER);
    }

    @Test
    void elseTheLatestThatIsStillOpen() {
        var processes = List.of(Set.of(40_001), Set.of(40_002));
        assertThat(Debugger.choose(List.of(NPM, SERVER, WORKER), processes, List.of(3000))).contains(SERVER);
        assertThat(Debugger.choose(List.of(NPM, SERVER), processes, List.of())).contains(SERVER);
        assertThat(Debugger.choose(List.of(WORKER), processes, List.of())).isEmpty();
    }

    @Test
    void theLineCanBeTyped() {
        assertThat(NPM.words())
                .isEqualTo("debugger of node at 127.0.0.1:40001; attach with: node inspect 127.0.0.1:40001");
        assertThat(new Debugger(Kind.JVM, 40_004).words()).endsWith("attach with: jdb -attach 127.0.0.1:40004");
    }
}
