package dev.brummer.discovery.gradle;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The task that runs a module.
 *
 * @param at where the plugin is applied that brings it
 */
record RunTask(String name, Span at) {
    private static final Pattern APPLIED = Pattern.compile("(?m)^[^/\\n*]*?(?:"
            + "\\bid[ (]+['\"](?<id>[\\w.-]+)['\"][^\\n]*"
            + "|\\bapply[ (]+plugin\\s*[:=]\\s*['\"](?<old>[\\w.-]+)['\"]"
            + "|^[ \\t]*(?<bare>application)[ \\t]*$)");
    // What runs more than a plain program is the better way to run it.
    private static final Map<String, String> TASKS = Map.of(
            "org.springframework.boot", "bootRun",
            "io.quarkus", "quarkusDev",
            "io.micronaut.application", "run",
            "application", "run");

    /** Empty where no plugin runs it. */
    static Optional<RunTask> of(SourceFile build) {
        Matcher applied = APPLIED.matcher(build.text());
        Optional<RunTask> found = Optional.empty();
        while (applied.find()) {
            String id = applied.group("id") != null
                    ? applied.group("id")
                    : applied.group("old") != null ? applied.group("old") : applied.group("bare");
            // Declared in a root for its modules, and not applied.
            boolean later = applied.group().matches("(?s).*\\bapply[ (]+false.*");
            String task = TASKS.get(id);
            if (task != null && !later && (found.isEmpty() || !task.equals("run"))) {
                found = Optional.of(new RunTask(task, build.span(applied.start(), applied.end())));
            }
        }
        return found;
    }
}
