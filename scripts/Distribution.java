import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Lays out what scripts/brum runs: the jars, an AOT cache made of a rehearsal, and a file that tells the launcher where
 * both are. A build's folder is named after a hash of all jars, all flags and the JVM, because a JVM may silently run old
 * code from a cache that does not fit (JDK-8377932): another content is another folder.
 *
 * <p>Run by the build as {@code java Distribution.java DIST_FOLDER MAIN_JAR CLASSPATH_FILE}.
 */
final class Distribution {
    /** Flags of every command. A cache made with others would not be used. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-UsePerfData",
            // Compiling at once what the rehearsal found hot takes 70 ms of two cores on the way to the first service.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:CompileThresholdScaling=10",
            "-Xms24m",
            "-Xmx160m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dguice_bytecode_gen_option=DISABLED");

    /**
     * What every line of every service goes through. Compiling late is right for what runs once at the start, and wrong
     * for these: they are compiled a hundred times sooner than the rest, and cost nothing before lines come by.
     */
    private static final List<String> LOG_PATH = List.of(
            "dev.brummer.logs.Line*",
            "dev.brummer.insight.level.*",
            "dev.brummer.plugins.console.RecordLines",
            "dev.brummer.plugins.console.Margin",
            "dev.brummer.spi.text.*",
            "dev.brummer.spi.LogBatch");

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private final Path dist;

    private Distribution(Path dist) {
        this.dist = dist;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> jars = new ArrayList<>(List.of(Path.of(arguments[1])));
        for (String entry : Files.readString(Path.of(arguments[2])).strip().split(java.io.File.pathSeparator)) {
            jars.add(Path.of(entry));
        }
        new Distribution(Path.of(arguments[0])).make(jars);
    }

    private void make(List<Path> jars) throws IOException, InterruptedException {
        String build = hash(jars);
        Path folder = dist.resolve(build);
        if (!Files.exists(folder.resolve("brum.aot"))) {
            merge(jars, Files.createDirectories(folder).resolve("brum.jar"));
            Files.writeString(folder.resolve("brum.compile"), compileCommands());
            rehearse(folder);
        }
        tellLauncher(build);
        removeOld(build);
    }

    private static String hash(List<Path> jars) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (Path jar : jars) {
            digest.update(Files.readAllBytes(jar));
        }
        String rest = String.join(" ", OPTIONS) + compileCommands() + javaProgram() + Runtime.version() + System.getProperty("java.vm.version");
        digest.update(rest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String compileCommands() {
        StringBuilder commands = new StringBuilder("quiet\n");
        for (String classes : LOG_PATH) {
            commands.append("CompileThresholdScaling ").append(classes).append("::* 0.1\n");
        }
        return commands.toString();
    }

    private static Path javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Makes one jar of all, not compressed: looking for plugins opens every jar of the class path, and twenty-five of them
     * take longer than reading brummer.yaml does.
     */
    private static void merge(List<Path> jars, Path target) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (!entry.isDirectory() && !isOfOneJarAlone(entry.getName())) {
                        add(entry.getName(), file.getInputStream(entry).readAllBytes(), entries);
                    }
                }
            }
        }
        Manifest manifest;
        try (JarFile main = new JarFile(jars.getFirst().toFile())) {
            manifest = main.getManifest();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static boolean isOfOneJarAlone(String name) {
        return name.equals("META-INF/MANIFEST.MF") || name.endsWith("module-info.class") || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)");
    }

    /** What a jar says of its services is added to what the others say; of everything else the first jar's is kept. */
    private static void add(String name, byte[] content, Map<String, byte[]> entries) {
        if (name.startsWith("META-INF/services/")) {
            String before = new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
            String both = before + new String(content, StandardCharsets.UTF_8).strip() + "\n";
            entries.put(name, both.getBytes(StandardCharsets.UTF_8));
        } else {
            entries.putIfAbsent(name, content);
        }
    }

    /** Runs a small fleet as a user would, records what the JVM loads for it, and keeps that as the cache. */
    private static void rehearse(Path folder) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("brum-rehearsal");
        Path unfinished = folder.resolve("brum.aot.new");
        try {
            Files.writeString(project.resolve("brummer.yaml"), """
                    stages: [first, second]
                    environment: {GREETING: "${GREETING:-hello}"}
                    services:
                      web:
                        stage: first
                        command: echo "$GREETING ready"; echo "ERROR an error" >&2; exec sleep 0.4
                        readiness: {log: ready}
                      once:
                        stage: second
                        type: task
                        command: [echo, done]
                        depends_on: [web]
                    """);
            List<String> command = new ArrayList<>(List.of(javaProgram().toString(), "-XX:AOTCacheOutput=" + unfinished));
            command.addAll(OPTIONS);
            command.add("-XX:CompileCommandFile=" + folder + "/brum.compile");
            command.addAll(List.of("-Dbrum.terminal=true", "-cp", folder + "/brum.jar"));
            command.addAll(List.of("dev.brummer.cli.Main", "-d", project.toString(), "--color", "always", "up"));
            ProcessBuilder rehearsal = new ProcessBuilder(onTerminal(command))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("rehearsal.log").toFile());
            rehearsal.environment().put("TERM", "xterm-256color");
            int code = perform(rehearsal.start());
            if (code != 0 || !Files.exists(unfinished)) {
                throw new IOException("the rehearsal ended with " + code + ":\n"
                        + Files.readString(folder.resolve("rehearsal.log")));
            }
            Files.move(unfinished, folder.resolve("brum.aot"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(project);
        }
    }

    /** On a terminal of its own, where script(1) is there to make one: else the prompt is not rehearsed. */
    private static List<String> onTerminal(List<String> command) {
        if (!Files.isExecutable(SCRIPT)) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of(SCRIPT.toString(), "-q"));
        if (System.getProperty("os.name").startsWith("Mac")) {
            words.add("/dev/null");
            words.addAll(command);
        } else {
            String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
            words.addAll(List.of("-ec", line, "/dev/null"));
        }
        return words;
    }

    /** Types what a user would; the end of what is typed would end the fleet, so that comes last. */
    private static int perform(Process rehearsal) throws IOException, InterruptedException {
        try (OutputStream keys = rehearsal.getOutputStream()) {
            keys.write("/hi\tGET\r/show\r".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            return rehearsal.waitFor();
        }
    }

    private void tellLauncher(String build) throws IOException {
        Path unfinished = dist.resolve("launch.new");
        Files.writeString(unfinished, "java='" + javaProgram() + "'\nbuild=" + build + "\noptions='"
                + String.join(" ", OPTIONS) + "'\n");
        Files.move(unfinished, dist.resolve("launch"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A fleet that is still running reads its jars from an older build, so builds are kept for a day. */
    private void removeOld(String current) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(dist, Files::isDirectory)) {
            for (Path build : builds) {
                boolean old = Files.getLastModifiedTime(build).compareTo(limit) < 0;
                if (old && !build.getFileName().toString().equals(current)) {
                    delete(build);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
