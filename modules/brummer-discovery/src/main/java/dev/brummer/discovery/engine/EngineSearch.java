package dev.brummer.discovery.engine;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.json.JsonDocument;
import dev.brummer.discovery.json.JsonReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whether a container engine answers, where the docker command would ask. */
final class EngineSearch {
    static final String USUAL = "/var/run/docker.sock";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, String> environment;

    EngineSearch(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Why no engine can be asked, in words that follow "because"; empty where one answers, or that is left to the tool. */
    Optional<String> missing() {
        Optional<String> host = host();
        if (host.isPresent()) {
            return missing(host.get());
        }
        return sockets().anyMatch(socket -> refusal(Path.of(socket)).isEmpty())
                ? Optional.empty()
                : refusal(Path.of(USUAL)).map(why -> "no container engine answers at " + USUAL + ": " + why);
    }

    private Stream<String> sockets() {
        String own = environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere");
        String home = environment.getOrDefault("HOME", "/nowhere");
        return Stream.of(
                USUAL, own + "/docker.sock", home + "/.docker/run/docker.sock", home + "/.docker/desktop/docker.sock",
                "/run/podman/podman.sock", own + "/podman/podman.sock");
    }

    /** Where somebody has said that the engine is. */
    private Optional<String> host() {
        return Optional.ofNullable(environment.get("DOCKER_HOST"))
                .filter(host -> !host.isBlank())
                .or(() -> context().flatMap(this::host));
    }

    private Optional<String> context() {
        return Optional.ofNullable(environment.get("DOCKER_CONTEXT"))
                .or(() -> json(Path.of(ComposeTools.dockerFolder(environment), "config.json"))
                        .flatMap(config -> text(config, "currentContext")))
                .filter(name -> !name.isBlank() && !name.equals("default"));
    }

    private Optional<String> host(String context) {
        Path meta = Path.of(ComposeTools.dockerFolder(environment), "contexts", "meta", sha256(context), "meta.json");
        // Of a context that cannot be read, the tool itself says what is wrong.
        return json(meta)
                .flatMap(file -> file.value("Endpoints") instanceof Mapping all ? Optional.of(all) : Optional.empty())
                .flatMap(all -> all.value("docker") instanceof Mapping docker ? text(docker, "Host") : Optional.empty())
                .or(() -> Optional.of(""));
    }

    private static Optional<String> text(Mapping map, String key) {
        return map.value(key) instanceof Scalar text ? Optional.of(text.text()) : Optional.empty();
    }

    private static Optional<Mapping> json(Path path) {
        Faults ignored = new Faults();
        SourceFile source = Files.isRegularFile(path) ? TextFile.read(path, path.toString(), ignored) : null;
        @Nullable JsonDocument document = source == null ? null : JsonReader.read(source, ignored);
        @Nullable Node root = document == null ? null : document.root();
        return root instanceof Mapping map ? Optional.of(map) : Optional.empty();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static Optional<String> missing(String host) {
        Optional<String> why = Optional.empty();
        if (host.startsWith("unix://")) {
            why = refusal(Path.of(host.substring("unix://".length())));
        } else if (host.startsWith("tcp://")) {
            why = refusal(URI.create(host));
        }
        return why.map(reason -> "no container engine answers at " + host + ": " + reason);
    }

    private static Optional<String> refusal(Path socket) {
        if (!Files.exists(socket)) {
            return Optional.of("there is no such socket");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Whether it is accepted at once does not matter: somebody listens.
            channel.configureBlocking(false);
            boolean ignored = channel.connect(UnixDomainSocketAddress.of(socket));
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    private static Optional<String> refusal(URI host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), host.getPort()), (int) PATIENCE.toMillis());
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }
}
