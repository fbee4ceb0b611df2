package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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
        for (String file : List.of("scripts/brum", "scripts/Distribution.java", "target/dist/launch")) {
            copy.take(file);
        }
        String build = root.relativize(copy.latestBuild()).toString();
        copy.take(build + "/asking.aot");
        copy.take(build + "/prompt.aot");
        copy.take(build + "/stream.aot");
        copy.take(build + "/brum.compile");
        copy.take(build + "/brum.jar");
        return copy;
    }

    private void take(String file) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(Checkout.ROOT.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path latestBuild() throws IOException {
        String launch = Files.readString(root.resolve("target/dist/launch"));
        return root.resolve("target/dist").resolve(launch.replaceFirst("(?s).*\nbuild=(\\w+)\n.*", "$1"));
    }

    public Path launcher() {
        return root.resolve("scripts/brum");
    }

    /** The cache of loaded classes. */
    public Path cache() throws IOException {
        return latestBuild().resolve("stream.aot");
    }

    /** Builds anew with a class that has changed, by the program of the real build. */
    public void rebuildWith(String name, String source) throws IOException {
        Path work = Files.createDirectories(root.resolve("work"));
        Path file = Files.writeString(work.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), file.toString());
        assertThat(code).as("exit code of the compiler").isZero();
        String entry = name.replace('.', '/') + ".class";
        Path changed = Files.copy(latestBuild().resolve("brum.jar"), work.resolve("changed.jar"));
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + changed.toUri()), Map.of())) {
            Files.copy(work.resolve(entry), jar.getPath(entry), StandardCopyOption.REPLACE_EXISTING);
        }
        layOut(changed, Files.writeString(work.resolve("classpath.txt"), emptyJar(work.resolve("empty.jar"))));
    }

    private static String emptyJar(Path file) throws IOException {
        new JarOutputStream(Files.newOutputStream(file), new Manifest()).close();
        return file.toString();
    }

    private void layOut(Path jar, Path classpath) throws IOException {
        String program = root.resolve("scripts/Distribution.java").toString();
        String dist = root.resolve("target/dist").toString();
        try {
            int code = new ProcessBuilder(JAVA.toString(), program, dist, jar.toString(), classpath.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve("work/build.log").toFile())
                    .start()
                    .waitFor();
            assertThat(code).as("exit code of %s", program).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }
}
