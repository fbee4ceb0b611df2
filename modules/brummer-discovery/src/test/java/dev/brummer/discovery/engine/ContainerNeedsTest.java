package dev.brummer.discovery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.Choice;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerNeedsTest {
    private static final SourceFile FILE = new SourceFile("package.json", "");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aMachineOfItsOwn() {
        environment.put("PATH", folder.resolve("bin").toString());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("DOCKER_HOST", "unix://" + folder.resolve("docker.sock"));
    }

    private void installed(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ServerSocketChannel engine(String socket) throws IOException {
        ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        engine.bind(UnixDomainSocketAddress.of(folder.resolve(socket)));
        return engine;
    }

    private Sketch here(String command) {
        ServiceSketch task = ServiceSketch.named(new ServiceId("db"), FILE.span(0, 0))
                .running(command, FILE.span(0, 0), "")
                .stoppedBy("docker-compose stop db", FILE.span(0, 0), "");
        return new ContainerNeeds(environment).here(Sketch.of(FILE, List.of(task)));
    }

    private String text(String command, String key) {
        return ((Scalar) here(command).services().getFirst().key(key).orElseThrow().value()).text();
    }

    private String leftOut(String command) {
        Choice choice = here(command).choice();
        return choice.leftOut().getOrDefault(new ServiceId("db"), "");
    }

    @Test
    void aToolThatIsThereStaysAndOneThatIsMissingIsReplaced() throws IOException {
        installed("bin/docker");
        installed("home/.docker/cli-plugins/docker-compose");
        assertThat(text("docker compose up -d db", "command")).isEqualTo("docker compose up -d db");
        assertThat(text("A=b docker-compose up -d db && docker-compose  logs", "command"))
                .isEqualTo("A=b docker compose up -d db && docker compose  logs");
        assertThat(text("docker-compose up -d db", "stop_command")).isEqualTo("docker compose stop db");
        assertThat(text("npx docker-compose-wait; echo docker-compose", "command"))
                .isEqualTo("npx docker-compose-wait; echo docker-compose");

        installed("bin/docker-compose");
        assertThat(text("docker-compose up -d db", "command")).isEqualTo("docker-compose up -d db");
    }

    @Test
    void whatTheFirstDockerComposeCannotDoIsNotAskedOfIt() throws IOException {
        Path tool = folder.resolve("bin/docker-compose");
        installed("bin/docker-compose");
        assertThat(text("docker compose up -d --wait db", "command")).isEqualTo("docker-compose up -d --wait db");

        Files.writeString(tool, "#!/usr/bin/python3\n");
        assertThat(text("docker compose up -d --wait db && docker compose ps --wait", "command"))
                .isEqualTo("docker-compose up -d db && docker-compose ps");
        assertThat(text("docker-compose up -d --wait db", "command")).isEqualTo("docker-compose up -d --wait db");
    }

    @Test
    void aPluginNeedsItsProgram() throws IOException {
        installed("home/.docker/cli-plugins/docker-compose");
        installed("bin/podman-compose");
        assertThat(text("docker compose up -d db", "command")).isEqualTo("podman-compose up -d db");
        assertThat(leftOut("docker compose up -d db")).isEmpty();
    }

    @Test
    void withoutAToolWhatStartsContainersIsLeftOut() {
        assertThat(leftOut("docker-compose up -d db"))
                .isEqualTo("there is no docker-compose here, and nothing that could stand in for it");
        assertThat(leftOut("docker-compose logs -f")).isEmpty();
        assertThat(leftOut("node server.js")).isEmpty();
    }

    @Test
    void withoutAnEngineItIsLeftOutToo() throws IOException {
        installed("bin/docker-compose");
        assertThat(leftOut("docker-compose up -d db"))
                .isEqualTo("no container engine answers at unix://" + folder.resolve("docker.sock") + ": there is no such socket");
        try (ServerSocketChannel _ = engine("docker.sock")) {
            assertThat(leftOut("docker-compose up -d db")).isEmpty();
        }
        // What is left of an engine that has ended.
        assertThat(leftOut("docker-compose up -d db")).contains("docker.sock: ").doesNotContain("no such socket");
    }

    @Test
    void anEngineMayBeElsewhere() throws IOException {
        installed("bin/docker-compose");
        environment.put("DOCKER_HOST", "ssh://somebody@elsewhere");
        assertThat(leftOut("docker-compose up -d db")).isEmpty();
        environment.put("DOCKER_HOST", "tcp://127.0.0.1:1");
        assertThat(leftOut("docker-compose up -d db")).startsWith("no container engine answers at tcp://127.0.0.1:1: ");
        environment.put("DOCKER_HOST", "tcp://nonsense");
        assertThat(leftOut("docker-compose up -d db")).startsWith("no container engine answers at tcp://nonsense: ");
    }

    @Test
    void aContextSaysWhereItIs() throws IOException {
        installed("bin/docker-compose");
        environment.remove("DOCKER_HOST");
        Path docker = folder.resolve("home/.docker");
        // The SHA-256 of the name.
        Path context = docker.resolve("contexts/meta/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Files.createDirectories(context);
        Files.writeString(docker.resolve("config.json"), "{\"currentContext\": \"abc\"}");
        Files.writeString(
                context.resolve("meta.json"),
                "{\"Name\": \"abc\", \"Endpoints\": {\"docker\": {\"Host\": \"unix://" + folder.resolve("c.sock") + "\"}}}");

        assertThat(leftOut("docker-compose up -d db")).contains("c.sock");
        try (ServerSocketChannel _ = engine("c.sock")) {
            assertThat(leftOut("docker-compose up -d db")).isEmpty();
        }
        environment.put("DOCKER_CONTEXT", "unheard-of");
        assertThat(leftOut("docker-compose up -d db")).isEmpty();
    }
}
