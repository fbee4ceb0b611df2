package dev.brummer.runtime.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files do not matter. Later rules beat earlier ones; what lies in a folder that is left out is left out too.
 * Immutable.
 */
final class IgnoreRules {
    private static final List<String> HEAVY = List.of(
            ".git/", ".hg/", ".svn/", ".brummer/", ".idea/", ".vscode/", "node_modules/", "bower_components/", "target/",
            "build/", "dist/", "out/", "coverage/", ".gradle/", ".next/", ".nuxt/", ".cache/", ".venv/", "venv/",
            "__pycache__/", ".pytest_cache/", ".mypy_cache/", ".tox/",
            // What editors and systems put beside a file while it is worked on.
            "*.swp", "*.swx", "*.swo", "*~", ".#*", "#*#", "4913", ".DS_Store", "*.tmp");

    private final List<Rule> rules;

    private record Rule(Path base, GitPattern pattern) {}

    private IgnoreRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The usual heavy folders, wherever they are. */
    static IgnoreRules heavyFolders() {
        return new IgnoreRules(List.of()).and(Path.of("/"), HEAVY.stream().map(line -> line.replaceFirst("^#", "\\\\#")).toList());
    }

    /** These rules and the lines of a {@code .gitignore} in the folder {@code base}. */
    IgnoreRules and(Path base, List<String> lines) {
        List<Rule> more = new ArrayList<>(rules);
        for (String line : lines) {
            GitPattern.parse(line).ifPresent(pattern -> more.add(new Rule(base, pattern)));
        }
        return new IgnoreRules(more);
    }

    /**
     * Whether a path below {@code root} is left out. The root itself and what is above it were asked for by name, so no
     * rule is asked about them.
     */
    boolean ignore(Path root, Path path, boolean folder) {
        Path below = root.relativize(path);
        Path at = root;
        for (int i = 0; i < below.getNameCount(); i++) {
            at = at.resolve(below.getName(i));
            if (!at.equals(root) && ignores(at, folder || !at.equals(path))) {
                return true;
            }
        }
        return false;
    }

    private boolean ignores(Path path, boolean folder) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (path.startsWith(rule.base())
                    && rule.pattern().matches(rule.base().relativize(path).toString(), folder)) {
                return !rule.pattern().brings();
            }
        }
        return false;
    }
}
