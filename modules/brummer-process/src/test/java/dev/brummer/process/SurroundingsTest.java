package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Surroundings machine = Surroundings.ofThisMachine();

    @TempDir
    Path folder;

    @Test
    void takesWhatAProgramOnTheGivenPathPrintsOnBothStreams() throws Exception {
        Path tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\necho \"tool $1 in ${PWD##*/}\"; echo 1.2.3 >&2\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("PATH", folder + ":/usr/bin:/bin");
        assertThat(machine.output(List.of("tool", "--version"), Path.of("/tmp"), environment, LONG))
                .isEqualTo("tool --version in tmp\n1.2.3\n");
        assertThat(machine.programFault("tool", folder, environment)).isEmpty();
        assertThat(machine.programFault("tool", folder, Map.of("PATH", "/bin"))).hasValueSatisfying(
                fault -> assertThat(fault).startsWith("command not found: tool"));
    }

    @Test
    void doesNotWaitForAProgramBeyondItsLimit() {
        assertThatThrownBy(() -> machine.output(
                        List.of("sh", "-c", "sleep 60; true"), folder, Map.of("PATH", "/usr/bin:/bin"), Duration.ofMillis(200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void namesWhoListens() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String self = "pid " + ProcessHandle.current().pid();
            assertThat(machine.portOwner(server.getLocalPort())).hasValueSatisfying(owner -> assertThat(owner).contains(self));
        }
    }

    @Test
    void knowsTheLimits() {
        assertThat(machine.limits().openFiles()).isPresent();
    }
}
