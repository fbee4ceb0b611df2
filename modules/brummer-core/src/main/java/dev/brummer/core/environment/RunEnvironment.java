package dev.brummer.core.environment;

import dev.brummer.core.model.Command;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import dev.brummer.spi.host.PluginOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment of one run, and what the service's templates mean in it. Immutable. */
public final class RunEnvironment {
    private final Map<String, String> variables;
    private final Template.Scope scope;

    RunEnvironment(Map<String, String> variables, Template.Scope scope) {
        this.variables = Collections.unmodifiableMap(variables);
        this.scope = scope;
    }

    /** The child's whole environment. */
    public Map<String, String> variables() {
        return variables;
    }

    /** @throws UnresolvedException if a variable that must be set is not, or a reference names nothing */
    public CommandLine command(Command command) throws UnresolvedException {
        // No type switch: the JVM builds each at run time, and the first process waits for that.
        return command instanceof Command.Words(var words)
                ? new CommandLine.Words(resolve(words))
                : new CommandLine.Shell(resolve(((Command.Shell) command).line()));
    }

    /**
     * The options of a check or sink, typed as it declares them.
     *
     * @throws UnresolvedException if a variable that must be set is not, or a reference names nothing
     * @throws IllegalArgumentException if a value is not of the declared type; the message is for the user
     */
    public Options options(PluginUse use, List<OptionSpec> declared) throws UnresolvedException {
        Map<String, PluginOptions.Value> given = new LinkedHashMap<>();
        for (Map.Entry<String, OptionValue> option : use.options().entrySet()) {
            OptionValue written = option.getValue();
            given.put(option.getKey(), written instanceof OptionValue.Sequence(var values)
                    ? new PluginOptions.Value.Many(resolve(values))
                    : new PluginOptions.Value.One(resolve(((OptionValue.Scalar) written).value())));
        }
        return PluginOptions.of(use.kind(), given, declared);
    }

    public String resolve(Template template) throws UnresolvedException {
        return template.resolve(scope, _ -> {});
    }

    private List<String> resolve(List<Template> templates) throws UnresolvedException {
        List<String> texts = new ArrayList<>(templates.size());
        for (Template template : templates) {
            texts.add(resolve(template));
        }
        return texts;
    }
}
