package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSignsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: listen EADDRINUSE: address already in use :::3000",
                "Error: listen EADDRINUSE: address already in use 127.0.0.1:3000",
                "2026-03-01T12:34:56.789Z ERROR Error: listen EADDRINUSE: address already in use 0.0.0.0:3000",
                "12:34:56 [main] Web server failed to start. Port 3000 was already in use.",
                "listen tcp :3000: bind: address already in use",
                "panic: listen tcp 0.0.0.0:3000: bind: address already in use",
                "[Errno 98] Address already in use: ('0.0.0.0', port=3000)"
            })
    void theLineThatSaysAPortIsTakenNamesIt(String line) {
        assertThat(PortSigns.taken(List.of("Starting on 9999", line, "bye"), List.of())).contains(3000);
    }

    @Test
    void ofSeveralNumbersTheClaimedOneIsMeant() {
        String line = "EADDRINUSE in worker:17 for port 3000";
        assertThat(PortSigns.taken(List.of(line), List.of(8080, 3000))).contains(3000);
    }

    @Test
    void aLineWithoutNumberMeansTheFirstClaimedPort() {
        List<String> lines = List.of("java.net.BindException: Address already in use");
        assertThat(PortSigns.taken(lines, List.of(8080, 8081))).contains(8080);
        assertThat(PortSigns.taken(lines, List.of())).isEmpty();
    }

    @Test
    void otherLinesSayNothingOfPorts() {
        assertThat(PortSigns.taken(List.of("listening on :3000", "exit"), List.of(3000))).isEmpty();
    }

    @Test
    void aClaimedPortThatIsNotListenedOnIsSaid() {
        assertThat(PortSigns.surprises("web", Set.of(3000, 3001), Set.of(3001)))
                .containsExactly("web claims port 3000, and none of its processes listens there");
    }

    @Test
    void anUnclaimedPortIsSaidUnlessTheSystemGaveItOut() {
        assertThat(PortSigns.surprises("web", Set.of(3000), Set.of(3000, 9229, 41_000)))
                .containsExactly("web listens on port 9229, which it does not claim; add it to its 'ports'");
    }
}
