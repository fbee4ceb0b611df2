package dev.brummer.discovery.maven;

import dev.brummer.config.source.Span;
import java.nio.file.InvalidPathException;
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

    /** The pom that it inherits from, if that is beside or above it; what its folder is relative to is this one's. */
    Optional<Path> parent() {
        if (root.all("parent").isEmpty()) {
            return Optional.empty();
        }
        String written = root.all("parent", "relativePath").stream().map(Xml::text).findFirst().orElse("../pom.xml");
        try {
            Path path = folder.resolve(written).normalize();
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(written.endsWith(".xml") ? path : path.resolve("pom.xml"));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** What the pom is called that it inherits from. */
    String parentArtifact() {
        return root.text("parent", "artifactId").orElse("");
    }

    /**
     * The plugin that runs it: one of its own, or one that is said for all that inherit from another pom. Not all of them
     * are run, so then there has to be something in it that begins.
     *
     * @param parents what it inherits from, the nearest first
     */
    Optional<Run> run(List<Pom> parents) {
        Optional<Run> own = run(this, false);
        if (own.isPresent()) {
            return own;
        }
        return parents.stream().flatMap(parent -> run(parent, true).stream()).findFirst().filter(run -> begins(run.runner()));
    }

    private Optional<Run> run(Pom saying, boolean inherited) {
        for (Runner runner : Runner.values()) {
            Optional<Xml> plugin = saying.root.all("build", "plugins", "plugin").stream()
                    .filter(each -> each.text("artifactId").filter(runner.plugin::equals).isPresent())
                    .filter(each -> runner != Runner.EXEC || hasMain(each))
                    .filter(each -> !inherited || each.text("inherited").filter("false"::equals).isEmpty())
                    .findFirst();
            if (plugin.isPresent()) {
                return Optional.of(new Run(runner, plugin.get().at()));
            }
        }
        return Optional.empty();
    }

    private boolean hasMain(Xml plugin) {
        return plugin.text("configuration", "mainClass").isPresent()
                || plugin.text("executions", "execution", "configuration", "mainClass").isPresent()
                || root.text("properties", "exec.mainClass").isPresent();
    }

    private boolean begins(Runner runner) {
        return switch (runner) {
            case SPRING_BOOT, MICRONAUT, EXEC -> Sources.of(folder).begin();
            // What begins is made by the framework.
            case QUARKUS -> dependsOn(artifact -> artifact.startsWith("quarkus-"));
        };
    }

    boolean dependsOn(Predicate<String> artifact) {
        return root.all("dependencies", "dependency").stream()
                .anyMatch(each -> each.text("artifactId").filter(artifact).isPresent());
    }
}
