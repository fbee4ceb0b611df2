package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a module of Maven or Gradle says in the settings of its framework. */
final class JvmModule {
    private static final List<String> SETTINGS =
            List.of("application.properties", "application.yml", "application.yaml");
    private static final List<String> BUILDS = List.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([0-9]+))?\\}");
    private static final Pattern GRADLE_TASK = Pattern.compile(":([\\w.:-]+):\\w+");

    private final Path folder;
    private final FolderFiles files;

    private JvmModule(Path folder, FolderFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** How a framework names what is asked for here. */
    private record Framework(String port, String variable, String dependency, String health) {
        private static final List<Framework> ALL = List.of(
                new Framework("server.port", "SERVER_PORT", "spring-boot-starter-actuator", "/actuator/health"),
                new Framework("quarkus.http.port", "QUARKUS_HTTP_PORT", "quarkus-smallrye-health", "/q/health"),
                new Framework("micronaut.server.port", "MICRONAUT_SERVER_PORT", "micronaut-management", "/health"));
    }

    /** A value of the settings. */
    private record Setting(String text, Span at) {}

    /** Empty where a command runs no such module, or it is not plain which. */
    static Optional<JvmModule> of(Launch launch, FolderFiles files) {
        List<String> words = launch.words();
        Optional<String> module = switch (launch.program()) {
            case "mvn", "mvnw" -> Optional.of(maven(words));
            case "gradle", "gradlew" -> Optional.of(gradle(words));
            default -> Optional.empty();
        };
        return module.flatMap(path -> FolderFiles.path(launch.folder(), path))
                .filter(Files::isDirectory)
                .map(path -> new JvmModule(path, files));
    }

    private static String maven(List<String> words) {
        int option = Math.max(words.indexOf("-pl"), words.indexOf("--projects"));
        return option > 0 && option + 1 < words.size() ? words.get(option + 1) : "";
    }

    private static String gradle(List<String> words) {
        return words.stream()
                .map(GRADLE_TASK::matcher)
                .filter(Matcher::matches)
                .map(task -> task.group(1).replace(':', '/'))
                .findFirst()
                .orElse("");
    }

    /** The port of its framework, as often as the settings say it. */
    List<PortValue> ports() {
        List<PortValue> ports = new ArrayList<>();
        for (Framework framework : Framework.ALL) {
            setting(framework.port()).flatMap(setting -> port(framework, setting)).ifPresent(ports::add);
        }
        return ports;
    }

    private static Optional<PortValue> port(Framework framework, Setting setting) {
        Matcher placeholder = PLACEHOLDER.matcher(setting.text());
        if (placeholder.matches()) {
            String otherwise = placeholder.group(2);
            OptionalInt port = otherwise == null ? OptionalInt.empty() : PortValue.parse(otherwise);
            return Optional.of(PortValue.of(placeholder.group(1), port, setting.at()));
        }
        OptionalInt port = PortValue.parse(setting.text());
        return port.isPresent()
                ? Optional.of(PortValue.of(framework.variable(), port, setting.at()))
                : Optional.empty();
    }

    /** The route of the framework's own health check, where the module depends on it. */
    Optional<Route> route() {
        // It is at a port of its own then, or at a path that somebody has chosen.
        boolean moved = setting("management.server.port").isPresent()
                || setting("management.endpoints.web.base-path").isPresent()
                || setting("quarkus.http.root-path").isPresent();
        if (moved) {
            return Optional.empty();
        }
        String before = setting("server.servlet.context-path").map(Setting::text).orElse("");
        for (String name : BUILDS) {
            Optional<SourceFile> build = files.read(folder.resolve(name));
            for (Framework framework : Framework.ALL) {
                int found = build.map(file -> file.text().indexOf(framework.dependency())).orElse(-1);
                if (found >= 0 && before.matches("(/[\\w-]+)*")) {
                    Span at = build.get().span(found, found + framework.dependency().length());
                    return Optional.of(new Route(before + framework.health(), at));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Setting> setting(String key) {
        for (String name : SETTINGS) {
            Optional<SourceFile> file = files.read(folder.resolve("src/main/resources").resolve(name));
            Optional<Setting> found = file.flatMap(text ->
                    name.endsWith(".properties") ? ofProperties(text, key) : ofYaml(text, key));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Setting> ofProperties(SourceFile file, String key) {
        Matcher line = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=:][ \\t]*([^\\r\\n]*)")
                .matcher(file.text());
        Optional<Setting> last = Optional.empty();
        while (line.find()) {
            last = Optional.of(new Setting(line.group(1).strip(), file.span(line.start(), line.end())));
        }
        return last;
    }

    /** By the first document: others hold for profiles. */
    private static Optional<Setting> ofYaml(SourceFile file, String key) {
        String first = file.text().split("(?m)^---", 2)[0];
        Node root = YamlReader.readForeign(new SourceFile(file.name(), first), new Faults());
        return root instanceof Mapping map ? within(map, key) : Optional.empty();
    }

    /** A key of several words may be written as one, or word by word. */
    private static Optional<Setting> within(Mapping map, String key) {
        if (map.value(key) instanceof Scalar value && !value.isNull()) {
            return Optional.of(new Setting(value.text(), value.span()));
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            if (map.value(key.substring(0, dot)) instanceof Mapping inner) {
                Optional<Setting> found = within(inner, key.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
