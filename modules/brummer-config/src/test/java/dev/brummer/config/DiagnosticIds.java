package dev.brummer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of diagnostics as the sources have them, so that the corpus cannot forget a new one. */
final class DiagnosticIds {
    private static final Pattern ID = Pattern.compile(
            "(?:error|warning|Diagnostic|Scalars\\.words|Scalars\\.whole|new Scalars<>)\\(\\s*(?:Severity\\.\\w+,\\s*)?"
                    + "(?:\"[a-z ]+\",\\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");

    private DiagnosticIds() {}

    static List<String> inSources() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ID.matcher(Files.readString(file)).results().forEach(match -> ids.add(match.group(1)));
            }
        }
        return List.copyOf(ids);
    }
}
