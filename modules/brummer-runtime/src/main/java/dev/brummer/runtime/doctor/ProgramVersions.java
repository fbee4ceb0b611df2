package dev.brummer.runtime.doctor;

import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.model.Version;
import dev.brummer.process.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks programs for their versions. */
public final class ProgramVersions {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    // Programs that are known to tell their version and do nothing else; who knows what others make of the question.
    private static final Set<String> ASKED = Set.of(
            "bun", "deno", "docker", "docker-compose", "dotnet", "go", "gradle", "java", "mvn", "node", "npm", "npx", "php",
            "pnpm", "podman", "postgres", "python", "python3", "redis-server", "ruby", "yarn");

    private final Surroundings surroundings;

    public ProgramVersions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The versions of well-known programs that services run, by name. What cannot be found out is left out.
     *
     * @throws InterruptedException if the thread was interrupted while a program was asked
     */
    public Map<String, String> of(Project project, StageGraph graph) throws InterruptedException {
        Subject subject = new Subject(project, graph);
        Map<String, String> versions = new TreeMap<>();
        for (ServiceSpec service : subject.services()) {
            if (Files.isDirectory(service.workingDir())) {
                add(subject, service, versions);
            }
        }
        return versions;
    }

    private void add(Subject subject, ServiceSpec service, Map<String, String> versions) throws InterruptedException {
        try {
            RunEnvironment environment = subject.environment(service);
            Optional<String> program = ShellLine.program(environment.command(service.command()));
            if (program.isEmpty() || !ASKED.contains(program.get()) || versions.containsKey(program.get())) {
                return;
            }
            String name = program.get();
            ask(name, name, service.workingDir(), environment.variables(), PATIENCE)
                    .ifPresent(version -> versions.put(name, version.toString()));
        } catch (UnresolvedException | IOException e) {
            // It was not started, or is too slow to ask: the states of the services tell more of it.
            return;
        }
    }

    /**
     * What a program says its version is; empty if it names none.
     *
     * @param name what it goes by: {@code postgres} where the program is {@code psql}
     * @throws IOException if it cannot be run, or does not answer in time
     * @throws InterruptedException if the thread was interrupted; the program is killed then
     */
    Optional<Version> ask(String name, String program, Path folder, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        return Version.said(name, surroundings.output(question(program), folder, environment, limit));
    }

    /** The program that has the version; Python's own name is often a version's. */
    String program(String name, Path folder, Map<String, String> environment) {
        return switch (name) {
            case "python" -> surroundings.programFault(name, folder, environment).isEmpty() ? name : "python3";
            case "redis" -> "redis-server";
            case "postgres", "postgresql" -> "psql";
            case "maven" -> "mvn";
            default -> name;
        };
    }

    /** The words that ask a program for its version. */
    static List<String> question(String program) {
        return List.of(program, switch (program) {
            // Java 8 does not know the other.
            case "java", "javac" -> "-version";
            case "go" -> "version";
            default -> "--version";
        });
    }
}
