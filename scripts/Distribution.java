import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Lays out what scripts/brum runs: the jars, AOT caches made of rehearsals, and a file that tells the launcher where
 * they are. There is a cache for a fleet with a prompt, one for a fleet without, and one for commands that ask. A
 * build's folder is named after a hash of all jars,
 * all flags and the JVM, because a JVM may silently run old code from a cache that does not fit (JDK-8377932): another
 * content is another folder.
 *
 * <p>Run by the build as {@code java Distribution.java DIST_FOLDER MAIN_JAR CLASSPATH_FILE}.
 */
final class Distribution {
    /** Flags of all commands. A cache made with others would not be used. */
    private static final List<String> SHARED_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-UsePerfData",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:CompileThresholdScaling=10",
            "-Xms24m",
            "-Xmx160m",
            // What lives as long as one run of a service that crashes stays young until it has died: what has grown old
            // is not collected before the heap is full.
            "-XX:TargetSurvivorRatio=90",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A constructor that is called once is not worth a method handle of its own, which takes 40 ms for all of them.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Dguice_bytecode_gen_option=DISABLED",
            // Where a binding was written is only of interest where it is wrong, which tests find.
            "-Dguice_include_stack_traces=OFF");

    /** For commands that ask the journal, hot is what they are about to do a million times. */
    private static final List<String> ASKING_OPTIONS = with("-XX:+AOTReplayTraining");

    /**
     * While the first million lines come, methods are compiled on the cores that services write on: what is inlined less
     * deeply is compiled sooner, and a call costs less than the wait.
     */
    private static final List<String> OPTIONS =
            with("-XX:+AOTReplayTraining", "-XX:FreqInlineSize=120", "-XX:MaxInlineLevel=8");

    /**
     * What every line of every service goes through, or every batch of lines, when it comes and when it is asked for.
     * Compiling late is right for what runs once at the start, and wrong for these: they are compiled ten times sooner than
     * the rest, and cost nothing before lines come by. A flood is some thousand batches: at the pace of the rest, reading
     * and writing them would be interpreted until it is over.
     */
    private static final List<String> LOG_PATH = List.of(
            "dev.brummer.insight.fact.*",
            "dev.brummer.insight.level.*",
            "dev.brummer.insight.name.Attribution*",
            "dev.brummer.logs.*",
            "dev.brummer.plugins.console.*",
            "dev.brummer.plugins.parsers.*",
            "dev.brummer.spi.LogBatch",
            "dev.brummer.spi.host.*",
            "dev.brummer.spi.text.*",
            "java.nio.*",
            "java.util.concurrent.locks.*",
            "java.util.zip.CRC32",
            "sun.nio.ch.*");

    /**
     * Compiled once, and called: each loop over lines that had one of these inlined would be compiled with all of it again,
     * which kept the compiler busy for a fifth of the time in which the first million lines came.
     */
    private static final List<String> COMPILED_ONCE = List.of(
            "dev.brummer.insight.fact.FactFinder::ask",
            "dev.brummer.insight.level.Head::endOfTime",
            "dev.brummer.insight.level.LevelFinder::levelOf",
            "dev.brummer.insight.level.LikeHeads::isAlike",
            "dev.brummer.insight.level.LikeHeads::levelOf",
            "dev.brummer.insight.level.Token::level",
            "dev.brummer.logs.LineFramer::breakAmongFew",
            "dev.brummer.logs.LineFramer::nextBreak",
            "dev.brummer.logs.LineTable::unpack",
            "dev.brummer.logs.query.Sources::prefix",
            "dev.brummer.plugins.console.RecordLines$Drawing::draw",
            "dev.brummer.spi.host.NeedleScan::next",
            "dev.brummer.spi.host.NeedleScan$Row::look",
            "dev.brummer.spi.host.NeedleScan$Row::stands",
            "dev.brummer.spi.host.ParsedLine::filter",
            "dev.brummer.spi.text.LineFilter::add",
            "dev.brummer.spi.text.LineFilter::endOfPlain");

    /** For {@code up} where nobody types, for {@code up} with a prompt, and for what asks. */
    private static final String STREAM = "stream";

    private static final String PROMPT = "prompt";
    private static final String ASKING = "asking";
    private static final List<String> CACHES = List.of(STREAM, PROMPT, ASKING);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** So many lines are asked for in the rehearsal: enough for the JVM to find out what is hot. */
    private static final int REHEARSED_LINES = 100_000;

    /** About how many bytes are written at once for the one who follows. */
    private static final int FOLLOWED = 10_000;

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
        if (!CACHES.stream().allMatch(cache -> Files.exists(folder.resolve(cache + ".aot")))) {
            merge(jars, Files.createDirectories(folder).resolve("brum.jar"));
            Files.writeString(folder.resolve("brum.compile"), compileCommands());
            rehearse(folder, STREAM, false);
            rehearse(folder, PROMPT, true);
            rehearseAsking(folder);
        }
        tellLauncher(build);
        removeOld(build);
    }

    private static List<String> with(String... options) {
        return Stream.concat(SHARED_OPTIONS.stream(), Stream.of(options)).toList();
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
        String rest = String.join(" ", OPTIONS) + String.join(" ", ASKING_OPTIONS) + compileCommands()
                + javaProgram() + Runtime.version() + System.getProperty("java.vm.version");
        digest.update(rest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String compileCommands() {
        StringBuilder commands = new StringBuilder("quiet\n");
        for (String classes : LOG_PATH) {
            commands.append("CompileThresholdScaling ").append(classes).append("::* 0.1\n");
        }
        for (String method : COMPILED_ONCE) {
            commands.append("dontinline ").append(method).append('\n');
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

    /**
     * Runs a small fleet as a user would, records what the JVM loads for it, and keeps that as the cache: once with a
     * prompt and once without, since every class of a cache costs each start a few microseconds, needed or not.
     */
    private static void rehearse(Path folder, String cache, boolean onTerminal) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("brum-rehearsal");
        try {
            Files.writeString(project.resolve("brummer.yaml"), """
                    stages: [first, second]
                    environment: {GREETING: "${GREETING:-hello}"}
                    services:
                      web:
                        stage: first
                        # Lives until it has been asked for, however busy the machine is; not for ever, should nobody ask.
                        command: |
                          echo "$GREETING ready"; echo "ERROR an error" >&2
                          for i in $(seq 300); do test -e asked && break; sleep 0.1; done
                          exec sleep 1.5
                        readiness: {log: ready}
                      once:
                        stage: second
                        type: task
                        command: [cat, lines]
                        depends_on: [web]
                    sinks:
                      - file: {path: lines.log}
                    """);
            Files.writeString(project.resolve("lines"), lines());
            List<String> command = new ArrayList<>(recording(folder, cache, OPTIONS));
            command.addAll(List.of("-Dbrum.terminal=" + onTerminal, "-cp", folder + "/brum.jar"));
            command.addAll(List.of("dev.brummer.cli.Main", "-d", project.toString()));
            command.addAll(onTerminal ? List.of("--color", "always", "up") : List.of("up"));
            Path log = folder.resolve("rehearsal.log");
            Process fleet = begin(onTerminal ? onTerminal(command) : command, log);
            askOnce(project.resolve(".brummer/control.json"), fleet);
            Files.createFile(project.resolve("asked"));
            end(fleet, onTerminal ? "/hi\tGET\r/show\r" : "", log);
            keep(folder, cache);
        } finally {
            delete(project);
        }
    }

    /** The same for a journal that is asked, by all commands that do so. */
    private static void rehearseAsking(Path folder) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("brum-rehearsal");
        try {
            Files.writeString(project.resolve("brummer.yaml"), """
                    services:
                      web: {type: task, command: cat lines}
                      auth: {type: task, command: cat lines}
                      live: {command: "until test -e done; do sleep 0.1; done"}
                      # Has something to say when it is started again, and ends the fleet then.
                      ticker:
                        type: task
                        command: |
                          test -e first || { touch first; exit 0; }
                          for i in 1 2 3 4 5 6 7 8; do sleep 0.25; cat some; done
                          touch done
                    """);
            String lines = lines();
            Files.writeString(project.resolve("lines"), lines);
            Files.writeString(project.resolve("some"), lines.substring(0, lines.indexOf('\n', FOLLOWED) + 1));
            List<String> up = new ArrayList<>(List.of(javaProgram().toString()));
            up.addAll(OPTIONS);
            up.addAll(List.of("-cp", folder + "/brum.jar", "dev.brummer.cli.Main", "-d", project.toString(), "up"));
            Process fleet = begin(up, project.resolve("fleet.log"));
            awaitFile(project.resolve(".brummer/control.json"), fleet);
            List<String> command = new ArrayList<>(recording(folder, ASKING, ASKING_OPTIONS));
            command.addAll(List.of("-cp", folder + "/brum.jar", "dev.brummer.cli.Rehearsal"));
            command.addAll(asked(project));
            perform(command, "", folder);
            end(fleet, "", project.resolve("fleet.log"));
            keep(folder, ASKING);
        } finally {
            delete(project);
        }
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REHEARSED_LINES; i++) {
            boolean failed = i % 1000 == 500;
            String head = failed ? "ERROR [r" + i + "] upstream failed on try " + i % 7 : "INFO  [r" + i + "] GET / - 200";
            lines.append(head).append(" in ").append(i % 900).append(" ms\n");
        }
        return lines.toString();
    }

    private static List<String> asked(Path project) {
        List<String> words = new ArrayList<>();
        for (List<String> question : List.of(
                List.of("wait", "--for", "started", "live"),
                List.of("ps"),
                List.of("ps", "--output", "json"),
                List.of("restart", "live"),
                List.of("restart", "ticker", "--no-wait"),
                List.of("exec", "live", "--", "true"),
                // To the end of the fleet, after which the others find what it has written.
                List.of("logs", "-n", "0", "-f"),
                List.of("logs", "-n", "all", "service:web", "level:error"),
                List.of("logs", "-n", "all", "/try [3-5] in/"),
                List.of("logs", "quarantined"),
                List.of("errors"),
                List.of("trace", "r500"),
                List.of("breakers"),
                List.of("limits"),
                List.of("requests"),
                List.of("messages"),
                List.of("metrics"),
                List.of("discovery"))) {
            words.addAll(List.of("-d", project.toString()));
            words.addAll(question);
            words.add("--next");
        }
        return words;
    }

    /** Begins a command that makes a cache. */
    private static List<String> recording(Path folder, String cache, List<String> options) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of(javaProgram().toString(), "-XX:AOTCacheOutput=" + unfinished(folder, cache)));
        words.addAll(options);
        words.add("-XX:CompileCommandFile=" + folder + "/brum.compile");
        return words;
    }

    private static Path unfinished(Path folder, String cache) {
        return folder.resolve(cache + ".aot.new");
    }

    private static void keep(Path folder, String cache) throws IOException {
        Files.move(unfinished(folder, cache), folder.resolve(cache + ".aot"), StandardCopyOption.ATOMIC_MOVE);
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

    /** Runs a command and types what a user would; the end of what is typed would end the fleet, so that comes last. */
    private static void perform(List<String> command, String typed, Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve("rehearsal.log");
        end(begin(command, log), typed, log);
    }

    private static Process begin(List<String> command, Path log) throws IOException {
        ProcessBuilder rehearsal = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        rehearsal.environment().put("TERM", "xterm-256color");
        return rehearsal.start();
    }

    /** Asks a fleet as another terminal would, so that what it answers with is loaded. */
    private static void askOnce(Path control, Process fleet) throws IOException, InterruptedException {
        awaitFile(control, fleet);
        String[] words = Files.readString(control).split("\"");
        String endpoint = words[3];
        String token = words[7];
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/v1/fleet"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("the rehearsed fleet answers with " + status);
            }
        }
    }

    private static void awaitFile(Path file, Process writer) throws IOException, InterruptedException {
        while (!Files.exists(file)) {
            if (writer.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("the rehearsed fleet ended with " + writer.exitValue() + " before it could be asked");
            }
        }
    }

    private static void end(Process running, String typed, Path log) throws IOException, InterruptedException {
        int code;
        try (OutputStream keys = running.getOutputStream()) {
            keys.write(typed.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            code = running.waitFor();
        }
        if (code != 0) {
            throw new IOException("the rehearsal ended with " + code + ":\n" + Files.readString(log));
        }
    }

    private void tellLauncher(String build) throws IOException {
        Path unfinished = dist.resolve("launch.new");
        Files.writeString(unfinished, "java='" + javaProgram() + "'\nbuild=" + build + "\noptions='"
                + String.join(" ", OPTIONS) + "'\nasking='" + String.join(" ", ASKING_OPTIONS) + "'\n");
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
