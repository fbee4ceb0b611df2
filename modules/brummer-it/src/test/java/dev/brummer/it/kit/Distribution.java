package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A launcher with what it runs, outside of the checkout, to be changed by tests. */
public final class Distribution {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

    private final Path root;

    private Distribution(Path root) {
        this.root = root;
    }

    /** Copies the launcher and the latest build, which the copy finds in the same places. */
    public static Distribution copyOfTheCheckouts(Path root) throws IOException {
        Distribution copy = new Distribution(root);
        copy("scripts/brum", root);
        copy("scripts/build.sh", root);
        copy("scripts/Distribution.java", root);
        copy("target/dist/launch", root);
        String build = "target/dist/" + copy.latestBuild();
        copy(build + "/brum.aot", root);
        try (Stream<Path> jars = Files.list(Checkout.ROOT.resolve(build + "/lib"))) {
            for (Path jar : jars.toList()) {
                copy(build + "/lib/" + jar.getFileName(), root);
            }
        }
        return copy;
    }

    private static void copy(String file, Path to) throws IOException {
        Path target = to.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(Checkout.ROOT.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private String latestBuild() throws IOException {
        return Files.readString(root.resolve("target/dist/launch")).replaceFirst("(?s).*\nbuild=(\\w+)\n.*", "$1");
    }

    private Path latest() {
        try {
            return root.resolve("target/dist").resolve(latestBuild());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path launcher() {
        return root.resolve("scripts/brum");
    }

    /** The cache of loaded classes. */
    public Path cache() {
        return latest().resolve("brum.aot");
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(latest().resolve("lib"))) {
            return jars.sorted().toList();
        }
    }

    /** Compiles a class and puts it into a new jar of the command line, as a build of changed sources does. */
    public void replaceClass(String name, String source) throws IOException {
        Path work = Files.createDirectories(root.resolve("work"));
        Path file = Files.writeString(work.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), file.toString());
        assertThat(code).as("exit code of the compiler").isZero();
        for (Path jar : jars()) {
            Files.copy(jar, work.resolve(jar.getFileName()));
        }
        String entry = name.replace('.', '/') + ".class";
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + mainJar(work).toUri()), Map.of())) {
            Files.copy(work.resolve(entry), jar.getPath(entry), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path mainJar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("brummer-cli-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Lays out what {@link #replaceClass} has made, by the program of the real build. */
    public void build() throws IOException {
        Path work = root.resolve("work");
        Path main = mainJar(work);
        try (Stream<Path> files = Files.list(work)) {
            String others = files.filter(file -> file.toString().endsWith(".jar") && !file.equals(main))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
            Files.writeString(work.resolve("classpath.txt"), others);
        }
        run(List.of(
                JAVA.toString(),
                root.resolve("scripts/Distribution.java").toString(),
                root.resolve("target/dist").toString(),
                main.toString(),
                work.resolve("classpath.txt").toString()));
    }

    private static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(new ArrayList<>(command)).inheritIO().start().waitFor();
            assertThat(code).as("exit code of %s", command).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }
}
