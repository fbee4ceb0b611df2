package dev.brummer.runtime;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginCall;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the sinks of a session: the one on standard output first, then those that the file names. */
final class Sinks implements SinkContext {
    /** The sinks whose loss ends the session: there is nobody left to read. */
    static final String CONSOLE = "console";

    private final Project project;
    private final Supplier<Setup> setup;
    private final PluginCatalog plugins;
    private final HostConsole console;
    private final UpOptions options;
    private final InstantSource clock;
    private final Consumer<String> warnings;

    // Several sinks ask, each on its own thread; one list for each graph, so that they see quickly whether it is another.
    private volatile @Nullable Seen seen;

    private record Seen(StageGraph graph, List<Shown> instances) {}

    /**
     * A sink that is to be opened.
     *
     * @param opening opens it; throws what its factory does
     * @param standardOutput whether it is the one on standard output
     * @param maySkip whether a person watches it, so that it may leave out what came too fast to be followed
     */
    record Planned(
            Contribution<OutputSinkFactory> kind,
            PluginCall<OutputSink> opening,
            boolean standardOutput,
            boolean maySkip) {
        String id() {
            return kind.id();
        }
    }

    /** @param warnings are said in the stream */
    Sinks(
            Supplier<Setup> setup,
            PluginCatalog plugins,
            HostConsole console,
            UpOptions options,
            InstantSource clock,
            Consumer<String> warnings) {
        this.project = setup.get().project();
        this.setup = setup;
        this.plugins = plugins;
        this.console = console;
        this.options = options;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** The sinks in their order; none of them is open yet. */
    List<Planned> planned() {
        List<Planned> planned = new ArrayList<>();
        switch (options.output()) {
            case CONSOLE -> {
                if (consoles().findAny().isPresent()) {
                    planned.add(plan(onConsole(), true, console.interactive()));
                }
            }
            case JSON -> planned.add(plan(new PluginUse("jsonl", Map.of()), true, false));
            case NONE -> {}
        }
        for (PluginUse use : project.sinks()) {
            if (!use.kind().equals(CONSOLE)) {
                planned.add(plan(use, false, false));
            }
        }
        return planned;
    }

    /** Not there where the file says {@code console: off}. */
    private Stream<PluginUse> consoles() {
        return project.sinks().stream().filter(use -> use.kind().equals(CONSOLE));
    }

    private PluginUse onConsole() {
        Map<String, OptionValue> given = new LinkedHashMap<>();
        consoles().forEach(use -> given.putAll(use.options()));
        if (options.timestamps()) {
            given.put("timestamps", new OptionValue.Scalar(Template.literal("true")));
        }
        if (!options.prefix()) {
            given.put("prefix", new OptionValue.Scalar(Template.literal("false")));
        }
        return new PluginUse(CONSOLE, given);
    }

    private Planned plan(PluginUse use, boolean standardOutput, boolean maySkip) {
        Contribution<OutputSinkFactory> kind = plugins.sink(use.kind());
        return new Planned(kind, () -> kind.factory().create(options(use, kind), this), standardOutput, maySkip);
    }

    private Options options(PluginUse use, Contribution<?> kind) throws IOException {
        try {
            return Environments.of(project, setup.get().ports().ports()).options(use, kind.descriptor().options());
        } catch (UnresolvedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<Shown> instances() {
        StageGraph graph = setup.get().graph();
        Seen known = seen;
        if (known == null || known.graph() != graph) {
            known = new Seen(graph, shown(graph));
            seen = known;
        }
        return known.instances();
    }

    private static List<Shown> shown(StageGraph graph) {
        return Fleet.idsOf(graph).stream().map(id -> shown(id, graph.spec(id.service()))).toList();
    }

    private static Shown shown(InstanceId id, ServiceSpec spec) {
        Show show = switch (spec.console()) {
            case ALL -> Show.ALL;
            case ERRORS -> Show.ERRORS;
            case OFF -> Show.OFF;
        };
        return new Shown(id, spec.stage().map(stage -> stage.name()).orElse(""), show);
    }

    @Override
    public void warn(String text) {
        warnings.accept(text);
    }

    @Override
    public Path folder() {
        return project.folder();
    }

    @Override
    public HostConsole console() {
        return console;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }
}
