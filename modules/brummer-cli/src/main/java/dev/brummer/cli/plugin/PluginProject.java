package dev.brummer.cli.plugin;

import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.SpiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Maven project with a log parser, which builds and works as it is. Immutable. */
public final class PluginProject {
    private static final String FOLDER = "/plugin-project/";
    private static final List<String> JARS = List.of("brummer/brummer-spi.jar", "brummer/brummer-testing.jar");

    private final PluginName name;
    private final Resources resources;

    /** What this program brings with it. */
    @FunctionalInterface
    interface Resources {
        /** Null where there is none of that name. */
        @Nullable InputStream open(String path);
    }

    public PluginProject(PluginName name) {
        this(name, PluginProject.class::getResourceAsStream);
    }

    PluginProject(PluginName name, Resources resources) {
        this.name = name;
        this.resources = resources;
    }

    /**
     * Writes it into a folder of its own, and nothing over anything else.
     *
     * @return its folder
     * @throws FileAlreadyExistsException if there is something of that name that is no empty folder
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if this Brummer was built without the jars that a plugin needs
     */
    public Path writeInto(Path parent) throws IOException {
        Path folder = parent.resolve(name.id());
        Map<String, byte[]> files = files();
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
        }
        return folder;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private Map<String, byte[]> files() throws IOException {
        String sources = "java/" + name.javaPackage().replace('.', '/') + "/" + name.className();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pom.xml", text("pom.xml"));
        files.put("README.md", text("README.md"));
        files.put(".gitignore", text("gitignore"));
        for (String jar : JARS) {
            files.put(jar, bytes(jar));
        }
        files.put("src/main/" + sources + "ParserFactory.java", text("java/ParserFactory.java"));
        files.put("src/main/" + sources + "Parser.java", text("java/Parser.java"));
        files.put("src/test/" + sources + "ParserTest.java", text("test/ParserTest.java"));
        files.put("src/main/resources/META-INF/services/" + LogParserFactory.class.getName(), service());
        return files;
    }

    private byte[] service() {
        String factory = name.javaPackage() + "." + name.className() + "ParserFactory\n";
        return factory.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8)
                .replace("@NAME@", name.id())
                .replace("@CLASS@", name.className())
                .replace("@PACKAGE@", name.javaPackage())
                .replace("@SPI@", SpiVersion.current().toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws IOException {
        try (InputStream in = resources.open(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("this brum was built without " + path + "; build it by 'mvn package'");
            }
            return in.readAllBytes();
        }
    }
}
