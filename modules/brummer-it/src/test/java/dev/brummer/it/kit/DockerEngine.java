package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Docker daemon of a test's own: with its own folder, socket and one image, made of busybox, for there may be no
 * registry. It leaves the packet filter of the machine alone; published ports are open all the same. Where none can be
 * started, the test is skipped with the reason.
 */
public final class DockerEngine implements AutoCloseable {
    /** The name of the image. Its one program is {@code /bin/busybox}. */
    public static final String IMAGE = "brummer-busybox:1";

    private static final List<String> PROGRAMS = List.of("dockerd", "containerd", "docker", "docker-compose", "busybox");

    // One that could be started is there within a second.
    private static final int LOOKS = 200;
    private static final long LOOK_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Set<String> interfaces = interfaces();
    private final Process daemon;

    private DockerEngine(Path folder) throws IOException {
        this.folder = folder;
        this.daemon = new ProcessBuilder(
                        "setsid", "dockerd", "--data-root", at("data"), "--exec-root", at("exec"), "--pidfile", at("pid"),
                        "--host", host(), "--storage-driver", "vfs", "--bridge", "none", "--iptables=false",
                        "--ip-forward=false", "--ip-masq=false")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** Starts one, and tries whether it runs containers; skips the test where that cannot be. */
    public static DockerEngine start() throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            if (InstalledServers.program(program).isEmpty()) {
                abort("no container engine can be started here: " + program + " is not installed");
            }
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            abort("no container engine can be started here: that takes root");
        }
        // The path of a socket has to be short.
        DockerEngine engine = new DockerEngine(Files.createTempDirectory("docker"));
        String trouble = engine.trouble();
        if (!trouble.isEmpty()) {
            engine.close();
            abort("no container engine can be started here: " + trouble);
        }
        return engine;
    }

    /** What to set {@code DOCKER_HOST} to. */
    public String host() {
        return "unix://" + at("socket");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** Why it is of no use; empty if it runs containers that can be reached. */
    private String trouble() throws IOException, InterruptedException {
        for (int looks = 0; !Files.exists(folder.resolve("socket")); looks++) {
            if (looks == LOOKS || daemon.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return "dockerd says " + Files.readAllLines(folder.resolve("log")).getLast();
            }
        }
        Path program = InstalledServers.program("busybox").orElseThrow();
        Path image = Files.createDirectories(folder.resolve("image/bin"));
        Files.copy(program, image.resolve("busybox"));
        Said tried = said("""
                tar -C image -c . | docker import - %1$s && docker network create trial \
                && docker run --rm --network trial -p 127.0.0.1::80 %1$s /bin/busybox true && docker network rm trial
                """.formatted(IMAGE));
        return tried.exitCode() == 0 ? "" : "a container of a statically linked busybox does not run: " + tried.text();
    }

    /** What a command came to, and wrote. */
    private record Said(int exitCode, String text) {}

    private Said said(String line) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", null);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DOCKER_HOST", host());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("this took more than " + PATIENCE_SECONDS + " s: " + line);
        }
        return new Said(process.exitValue(), Files.readString(output).strip());
    }

    /** Has a call find this engine. */
    public Call with(Call call) {
        return call.env("DOCKER_HOST", host());
    }

    /** The services of Compose whose containers run, in the order of the alphabet. */
    public List<String> running() {
        try {
            Said listed = said("docker ps --format '{{.Label \"com.docker.compose.service\"}}'");
            assertThat(listed.exitCode()).as(listed.text()).isZero();
            return listed.text().lines().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the engine", e);
        }
    }

    /** Runs a line of a shell that finds this engine, and expects that it succeeds. */
    public void shell(String line) throws IOException, InterruptedException {
        Said said = said(line);
        assertThat(said.exitCode()).as(said.text()).isZero();
    }

    /** Removes all containers, and the networks that Compose has made for them. */
    public void clear() throws IOException, InterruptedException {
        shell("docker ps -aq | xargs -r docker rm -f && docker network prune -f");
    }

    /** Ends it, and expects that nothing of it is left: processes, mounts, network interfaces, its folder. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (daemon.isAlive()) {
            clear();
            Signals.send("TERM", daemon.pid());
            Await.until("the engine has ended", () -> !daemon.isAlive(), () -> at("log"));
        }
        List<LiveProcess> left = LiveProcess.toldOf(folder);
        left.forEach(LiveProcess::kill);
        // The daemon lets this one be.
        Said ignored = said("umount exec/netns/default; umount data");
        assertThat(left).as("processes of the engine in %s", folder).isEmpty();
        assertThat(mounts()).as("mounts of the engine").isEmpty();
        assertThat(interfaces()).as("network interfaces").isEqualTo(interfaces);
        delete();
    }

    private List<String> mounts() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/mounts"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains(folder.toString())).toList();
        }
    }

    private static Set<String> interfaces() {
        try (Stream<Path> found = Files.list(Path.of("/sys/class/net"))) {
            return found.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
