package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.runtime.ProjectSource;
import dev.brummer.runtime.UpOptions;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.cli.CommandLine;

/**
 * What an {@code up} asks for.
 *
 * @param reading the project, and the services to be started
 * @param notes sentences about what was found in a folder without a file that says what is meant
 * @param options how to go about it
 * @param source reads the same again
 */
record Wanted(
        ProjectSource.Reading.Sound reading, List<String> notes, UpOptions options, ProjectSource source) {
    /**
     * Understands what was typed.
     *
     * @throws UsageException if it makes no sense, or the project is faulty
     */
    static Wanted of(LoadedProject projects, CommandLine typed) throws UsageException {
        LoadResult.Loaded loaded = projects.loaded();
        Selection selection = scaled(loaded, typed);
        Project project = selection.project();
        StageGraph graph = graph(selection, typed);
        List<String> notes = selection.choice().isFound() ? notes(selection, typed.getArgList(), graph) : List.of();
        if (graph.services().isEmpty()) {
            throw new UsageException("there is nothing to start: no service is active"
                    + (project.activeProfiles().isEmpty() ? "; --profile activates more" : " in profile "
                            + String.join(", ", project.activeProfiles())));
        }
        return new Wanted(
                sound(loaded, selection, graph),
                notes,
                options(selection, typed),
                further -> again(projects, further, now -> sound(now, typed)));
    }

    /**
     * What is asked for where nobody has named anything yet: a session in which nothing runs before somebody does.
     *
     * @throws UsageException if the project is faulty
     */
    static Wanted nothing(LoadedProject projects) throws UsageException {
        return new Wanted(
                soundWithNothing(projects.unwarned()),
                List.of(),
                UpOptions.staying(UpOptions.Output.CONSOLE),
                further -> again(projects, further, Wanted::soundWithNothing));
    }

    Project project() {
        return reading.project();
    }

    /** The services to be started. */
    StageGraph graph() {
        return reading.graph();
    }

    private static List<String> notes(Selection selection, List<String> words, StageGraph graph) throws UsageException {
        Set<ServiceId> wanted = selection.whole(words).services().keySet();
        if (wanted.isEmpty()) {
            throw new UsageException("which of the scripts? 'brum scripts' lists them, and 'brum up NAME…' starts some: "
                    + String.join(", ", selection.known()));
        }
        List<String> notes = new FoundNotes(selection).of(words, wanted, graph);
        if (graph.services().isEmpty()) {
            throw new UsageException("there is nothing left to start: " + String.join("; ", notes));
        }
        return notes;
    }

    /** What of a reading is asked for. */
    @FunctionalInterface
    private interface Asking {
        ProjectSource.Reading.Sound of(LoadResult.Loaded loaded) throws UsageException;
    }

    private static ProjectSource.Reading again(LoadedProject projects, List<String> further, Asking asking) {
        try {
            return switch (projects.again(further)) {
                case LoadResult.Loaded loaded -> asking.of(loaded);
                case LoadResult.Faulty(var faults) ->
                    new ProjectSource.Reading.Faulty(
                            "the configuration is faulty, and nothing is changed\n"
                                    + DiagnosticRenderer.plain().render(faults));
            };
        } catch (UsageException e) {
            return new ProjectSource.Reading.Faulty(e.getMessage() + "; nothing is changed");
        }
    }

    private static ProjectSource.Reading.Sound sound(LoadResult.Loaded loaded, CommandLine typed) throws UsageException {
        Selection selection = scaled(loaded, typed);
        return sound(loaded, selection, graph(selection, typed));
    }

    private static ProjectSource.Reading.Sound soundWithNothing(LoadResult.Loaded loaded) {
        return sound(loaded, Selection.of(loaded), StageGraph.withoutDependencies(loaded.project(), Set.of()));
    }

    private static ProjectSource.Reading.Sound sound(LoadResult.Loaded loaded, Selection selection, StageGraph graph) {
        return new ProjectSource.Reading.Sound(
                selection.project(), graph, new FurtherWords(selection, loaded.inactive()));
    }

    private static Selection scaled(LoadResult.Loaded loaded, CommandLine typed) throws UsageException {
        Selection selection = Selection.of(loaded);
        return new Selection(Scaling.apply(selection, given(typed, "scale")), selection.choice());
    }

    private static StageGraph graph(Selection selection, CommandLine typed) throws UsageException {
        List<String> words = typed.getArgList();
        return typed.hasOption("no-deps") && !words.isEmpty()
                ? StageGraph.withoutDependencies(selection.project(), selection.named(words))
                : selection.graph(words);
    }

    private static UpOptions options(Selection selection, CommandLine typed) throws UsageException {
        String format = typed.getOptionValue("output", "text");
        UpOptions.Output output = switch (format) {
            case "text" -> UpOptions.Output.CONSOLE;
            case "json" -> UpOptions.Output.JSON;
            case "none" -> UpOptions.Output.NONE;
            default -> throw new UsageException("up --output takes text, json or none, not '" + format + "'");
        };
        return new UpOptions(
                Answering.timeout(typed),
                typed.hasOption("fail-fast"),
                output,
                typed.hasOption("timestamps"),
                !typed.hasOption("no-prefix"),
                external(selection, typed),
                selection.named(given(typed, "debug")));
    }

    /**
     * The variables that {@code --env} sets.
     *
     * @throws UsageException if one is not of the form NAME=VALUE
     */
    static Map<String, String> overrides(CommandLine typed) throws UsageException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String pair : given(typed, "env")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--env takes NAME=VALUE, not '" + pair + "'");
            }
            overrides.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return overrides;
    }

    private static Set<ServiceId> external(Selection selection, CommandLine typed) throws UsageException {
        Set<ServiceId> external = selection.named(given(typed, "external"));
        for (ServiceId id : external) {
            ServiceSpec spec = selection.project().service(id);
            if (spec.isTask() || (spec.ports().isEmpty() && spec.readiness().isEmpty() && spec.healthcheck().isEmpty())) {
                throw new UsageException(
                        "--external " + id + ": there is no telling when it is there; it needs a check or ports");
            }
        }
        return external;
    }

    private static List<String> given(CommandLine typed, String option) {
        String[] values = typed.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }
}
