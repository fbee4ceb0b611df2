package dev.brummer.runtime;

import dev.brummer.core.environment.PluginOptions;
import dev.brummer.core.environment.PluginOptions.Value;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the sinks of a session: the one on standard output first, then those that the file names. */
final class Sinks implements SinkContext {
    /** The sinks whose loss ends the session: there is nobody left to read. */
    static final String CONSOLE = "console";

    private final Project project;
    private final Fleet fleet;
    private final PluginCatalog plugins;
    private final HostConsole console;
    private final UpOptions options;

    /** A sink that was made. {@code standardOutput} says whether it is the one on standard output. */
    record Made(String kind, OutputSink sink, boolean standardOutput) {}

    Sinks(Project project, Fleet fleet, PluginCatalog plugins, HostConsole console, UpOptions options) {
        this.project = project;
        this.fleet = fleet;
        this.plugins = plugins;
        this.console = console;
        this.options = options;
    }

    /** @throws IOException if what a sink writes to cannot be opened */
    List<Made> make() throws IOException {
        List<Made> made = new ArrayList<>();
        switch (options.output()) {
            case CONSOLE -> made.add(new Made(CONSOLE, onConsole(), true));
            case JSON -> made.add(new Made("jsonl", create("jsonl", Map.of()), true));
        }
        for (PluginUse use : project.sinks()) {
            if (!use.kind().equals(CONSOLE)) {
                made.add(new Made(use.kind(), create(use.kind(), given(use)), false));
            }
        }
        return made;
    }

    private OutputSink onConsole() throws IOException {
        Map<String, Value> given = new LinkedHashMap<>();
        for (PluginUse use : project.sinks()) {
            if (use.kind().equals(CONSOLE)) {
                given.putAll(given(use));
            }
        }
        if (options.timestamps()) {
            given.put("timestamps", new Value.One("true"));
        }
        if (!options.prefix()) {
            given.put("prefix", new Value.One("false"));
        }
        return create(CONSOLE, given);
    }

    private OutputSink create(String kind, Map<String, Value> given) throws IOException {
        OutputSinkFactory factory = plugins.sink(kind);
        try {
            return factory.create(PluginOptions.of(kind, given, factory.options()), this);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Map<String, Value> given(PluginUse use) throws IOException {
        Map<String, Value> given = new LinkedHashMap<>();
        for (Map.Entry<String, OptionValue> option : use.options().entrySet()) {
            given.put(option.getKey(), switch (option.getValue()) {
                case OptionValue.Scalar(var value) -> new Value.One(resolved(value));
                case OptionValue.Sequence(var values) -> new Value.Many(resolved(values));
            });
        }
        return given;
    }

    private List<String> resolved(List<Template> templates) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Template template : templates) {
            texts.add(resolved(template));
        }
        return texts;
    }

    private String resolved(Template template) throws IOException {
        try {
            return template.resolve(new ProjectScope(project), _ -> {});
        } catch (UnresolvedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What a sink's options may refer to: the caller's variables alone, for a sink belongs to no service. */
    private record ProjectScope(Project project) implements Template.Scope {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(project.inherited().get(name));
        }

        @Override
        public String reference(String path, int index) throws UnresolvedException {
            throw new UnresolvedException("a sink cannot refer to ${" + path + "}", index);
        }
    }

    @Override
    public List<Shown> instances() {
        return fleet.instances().stream().map(this::shown).toList();
    }

    private Shown shown(Instance instance) {
        ServiceSpec spec = fleet.spec(instance.id());
        Show show = switch (spec.console()) {
            case ALL -> Show.ALL;
            case ERRORS -> Show.ERRORS;
            case OFF -> Show.OFF;
        };
        return new Shown(instance.id(), spec.stage().map(stage -> stage.name()).orElse(""), show);
    }

    @Override
    public Path folder() {
        return project.folder();
    }

    @Override
    public HostConsole console() {
        return console;
    }
}
