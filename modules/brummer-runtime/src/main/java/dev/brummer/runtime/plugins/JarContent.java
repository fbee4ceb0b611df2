package dev.brummer.runtime.plugins;

import dev.brummer.spi.SpiVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * What the jars of a plugin say of themselves.
 *
 * @param version of the first jar that names a factory; empty where it does not say
 * @param spi the version of the SPI that one of them was made for
 * @param factories class names, by the kind of what they make
 */
record JarContent(String version, Optional<SpiVersion> spi, Map<PluginKind<?>, Set<String>> factories) {
    /**
     * @throws java.util.zip.ZipException if one of them is no jar
     * @throws IOException if one of them cannot be read
     * @throws IllegalArgumentException if one of them states a version of the SPI that is none
     */
    static JarContent of(List<Path> jars) throws IOException {
        String version = "";
        Optional<SpiVersion> spi = Optional.empty();
        Map<PluginKind<?>, Set<String>> factories = new LinkedHashMap<>();
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                boolean first = factories.isEmpty();
                readServices(jar, factories);
                Manifest manifest = jar.getManifest();
                Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
                if (first && !factories.isEmpty()) {
                    version = Optional.ofNullable(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).orElse("");
                }
                spi = spi.or(() -> Optional.ofNullable(main.getValue(SpiVersion.ATTRIBUTE)).map(SpiVersion::parse));
            }
        }
        return new JarContent(version, spi, factories);
    }

    private static void readServices(JarFile jar, Map<PluginKind<?>, Set<String>> factories) throws IOException {
        for (PluginKind<?> kind : PluginKind.ALL) {
            ZipEntry file = jar.getEntry(kind.serviceFile());
            if (file != null) {
                String text = new String(jar.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
                names(text).forEach(name -> factories.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(name));
            }
        }
    }

    /** The names in a file of the form that {@link java.util.ServiceLoader} reads: one a line, with comments. */
    private static List<String> names(String file) {
        List<String> names = new ArrayList<>();
        file.lines().forEach(line -> {
            String name = line.replaceFirst("#.*", "").strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }
}
