package dev.brummer.discovery.maven;

import dev.brummer.config.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A {@code pom.xml}.
 *
 * @param folder where it stands
 * @param path of its folder below the root's; empty for the root
 */
record Pom(Path folder, String path, Xml root) {
    /** A plugin that runs what a module is. */
    enum Runner {
        SPRING_BOOT("spring-boot-maven-plugin", "spring-boot:run"),
        QUARKUS("quarkus-maven-plugin", "quarkus:dev"),
        MICRONAUT("micronaut-maven-plugin", "mn:run"),
        EXEC("exec-maven-plugin", "exec:java");

        private final String plugin;
        private final String goal;

        Runner(String plugin, String goal) {
            this.plugin = plugin;
            this.goal = goal;
        }

        String goal() {
            return goal;
        }
    }

    /** How it is run, and where that is said. */
    record Run(Runner runner, Span at) {}

    String artifact() {
        return root.text("artifactId").orElse("");
    }

    boolean isAggregator() {
        return root.text("packaging").filter("pom"::equals).isPresent();
    }

    List<Xml> modules() {
        return root.all("modules", "module");
    }

    /** The plugin of its own that runs it. */
    Optional<Run> run() {
        for (Runner runner : Runner.values()) {
            Optional<Xml> plugin = root.all("build", "plugins", "plugin").stream()
                    .filter(each -> each.text("artifactId").filter(runner.plugin::equals).isPresent())
                    .filter(each -> runner != Runner.EXEC || hasMain(each))
                    .findFirst();
            if (plugin.isPresent()) {
                return Optional.of(new Run(runner, plugin.get().at()));
            }
        }
        return Optional.empty();
    }

    private static boolean hasMain(Xml plugin) {
        return plugin.text("configuration", "mainClass").isPresent()
                || plugin.text("executions", "execution", "configuration", "mainClass").isPresent();
    }

    boolean dependsOn(Predicate<String> artifact) {
        return root.all("dependencies", "dependency").stream()
                .anyMatch(each -> each.text("artifactId").filter(artifact).isPresent());
    }
}
