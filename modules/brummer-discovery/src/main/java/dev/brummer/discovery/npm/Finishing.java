package dev.brummer.discovery.npm;

import dev.brummer.discovery.script.Programs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a script ends by itself: said by its name, or by the program that it runs last. */
final class Finishing {
    private static final Set<String> LASTING = Set.of(
            "dev", "start", "serve", "server", "watch", "preview", "develop", "daemon", "worker", "up");
    private static final Set<String> ENDING = Set.of(
            "build", "compile", "test", "tests", "lint", "eslint", "format", "fmt", "prettier", "typecheck", "types", "tsc", "check",
            "migrate", "migration", "migrations", "seed", "generate", "gen", "codegen", "clean", "clear", "install", "setup",
            "bootstrap", "coverage", "e2e", "unit", "integration", "deploy", "release", "publish", "bundle", "audit", "reset",
            "fix", "validate", "verify", "ci", "down", "stop", "ps");
    private static final Set<String> PROGRAMS = Set.of(
            "jest", "vitest", "mocha", "ava", "tap", "nyc", "c8", "playwright", "cypress", "eslint", "prettier", "stylelint",
            "biome", "tsc", "rimraf", "rm", "mkdir", "cp", "echo", "sleep", "wait-on", "wait-port", "knex", "prisma", "typeorm",
            "sequelize", "sequelize-cli", "psql", "true", "k6", "autocannon", "artillery");
    private static final Set<String> WATCHING = Set.of("--watch", "-w", "--watchAll", "watch", "serve", "open", "studio");

    private Finishing() {}

    /**
     * Why a script is taken to end; empty where it is not.
     *
     * @param name empty where it has none
     */
    static Optional<String> why(String name, String text) {
        Optional<List<String>> words = Programs.last(text);
        if (words.filter(all -> all.stream().anyMatch(WATCHING::contains)).isPresent()) {
            return Optional.empty();
        }
        Optional<String> program = words.map(List::getFirst).filter(PROGRAMS::contains);
        return program.isPresent()
                ? program.map(ending -> ending + " ends by itself")
                : Optional.of("by its name it ends").filter(_ -> endsByName(name));
    }

    private static boolean endsByName(String name) {
        List<String> parts = List.of(name.split("[:._/-]+"));
        boolean lasts = parts.contains("watch") || LASTING.contains(parts.getFirst());
        return !lasts && (ENDING.contains(parts.getFirst()) || ENDING.contains(parts.getLast()));
    }
}
