package dev.brummer.config;

import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.WatchKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.core.environment.Reference;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.model.WatchSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what waits for a run once while loading, with a stand-in for ports that are chosen later, so that faults
 * show before anything starts.
 */
final class TemplateCheck {
    private static final String SOME_PORT = "1";

    private final Map<String, String> inherited;
    private final Map<String, String> overrides;
    private final Map<String, Draft> drafts;
    private final Faults faults;

    TemplateCheck(
            Map<String, String> inherited, Map<String, String> overrides, Map<String, Draft> drafts, Faults faults) {
        this.inherited = inherited;
        this.overrides = overrides;
        this.drafts = drafts;
        this.faults = faults;
    }

    void service(Draft draft) {
        Map<String, String> lower = hasAutoPort(draft) ? Map.of("PORT", SOME_PORT) : Map.of();
        Scope scope = new Scope(lower);
        Map<String, String> own = new HashMap<>(lower);
        for (Map.Entry<String, Located<EnvironmentValue>> entry :
                draft.environment().entrySet()) {
            variable(entry.getKey(), entry.getValue(), scope, own);
        }
        commands(draft, new Scope(own));
    }

    private static boolean hasAutoPort(Draft draft) {
        for (Located<PortClaim> claim : draft.section().get(ServiceKeys.PORTS, List.of())) {
            if (claim.value() instanceof PortClaim.Auto) {
                return true;
            }
        }
        return false;
    }

    private void variable(String name, Located<EnvironmentValue> value, Scope scope, Map<String, String> own) {
        // No type switch: the JVM builds each at run time, and the first process waits for that.
        String resolved = value.value() instanceof EnvironmentValue.Set(var template)
                ? resolve(template, value.span(), scope)
                : inherited.get(name);
        if (resolved == null) {
            own.remove(name);
        } else {
            own.put(name, resolved);
        }
    }

    private void commands(Draft draft, Scope scope) {
        command(draft.section().get(ServiceKeys.COMMAND), draft.section().at(ServiceKeys.COMMAND), scope);
        command(draft.section().get(ServiceKeys.STOP_COMMAND), draft.section().at(ServiceKeys.STOP_COMMAND), scope);
        Section watch = draft.section().get(ServiceKeys.WATCH);
        if (watch != null && watch.get(WatchKeys.ACTION) instanceof WatchSpec.Reaction.Run(var command)) {
            command(command, watch.at(WatchKeys.ACTION), scope);
        }
        for (Located<PluginUse> check : draft.readiness()) {
            use(check.value(), draft.section().at(ServiceKeys.READINESS), scope);
        }
        if (draft.healthcheck().isPresent()) {
            HealthSpec health = draft.healthcheck().get().value();
            use(health.check(), draft.section().at(ServiceKeys.HEALTHCHECK), scope);
        }
    }

    private void command(@Nullable Command command, Span at, Scope scope) {
        if (command instanceof Command.Shell(var line)) {
            resolve(line, at, scope);
        } else if (command instanceof Command.Words(var words)) {
            resolve(words, at, scope);
        }
    }

    private void use(PluginUse use, Span at, Scope scope) {
        for (OptionValue value : use.options().values()) {
            if (value instanceof OptionValue.Scalar(var template)) {
                resolve(template, at, scope);
            } else if (value instanceof OptionValue.Sequence(var templates)) {
                resolve(templates, at, scope);
            }
        }
    }

    /** Sinks, which belong to no service. */
    void sink(PluginUse use, Span at) {
        use(use, at, new Scope(Map.of()));
    }

    /** A command of no service. */
    void command(Command command, Span at) {
        command(command, at, new Scope(Map.of()));
    }

    /**
     * A test, whose variables may well be set only where it is run: what it refers to has to exist. Whether that is active
     * and has a port shows when it is run, too.
     */
    void test(Command command, Span at, Map<String, Located<EnvironmentValue>> environment) {
        switch (command) {
            case Command.Shell(var line) -> references(line, at);
            case Command.Words(var words) -> words.forEach(word -> references(word, at));
        }
        environment.values().forEach(value -> {
            if (value.value() instanceof EnvironmentValue.Set(var template)) {
                references(template, value.span());
            }
        });
    }

    private void references(Template template, Span at) {
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Template.Part.Literal _ -> {}
                case Template.Part.Variable variable -> references(variable.operand(), at);
                case Template.Part.Reference(var path, var index) ->
                    reference(path, index, Reading.expression(at, template.source(), index));
            }
        }
    }

    private void reference(String path, int index, Span place) {
        try {
            String name = Reference.parse(path, index).service().name();
            if (!drafts.containsKey(name)) {
                faults.error("unresolved", "${" + path + "} names no service", place, faults.hint(name, drafts.keySet()));
            }
        } catch (UnresolvedException fault) {
            faults.error("unresolved", fault.getMessage(), place, "");
        }
    }

    private void resolve(List<Template> templates, Span at, Scope scope) {
        for (Template template : templates) {
            resolve(template, at, scope);
        }
    }

    private String resolve(Template template, Span at, Scope scope) {
        if (template.isConstant() && template.source().indexOf('$') < 0) {
            return template.source();
        }
        scope.at = at;
        scope.source = template.source();
        try {
            return template.resolve(scope, name -> unset(name, template, at));
        } catch (UnresolvedException fault) {
            Span place = Reading.expression(at, template.source(), fault.index());
            faults.error("unresolved", fault.getMessage(), place, "");
            return "";
        }
    }

    private void unset(String name, Template template, Span at) {
        if (faults.isFullOfWarnings()) {
            return;
        }
        int index = Math.max(0, template.source().indexOf("${" + name));
        faults.warning(
                "unset-variable",
                "variable " + name + " is not set and stands for nothing",
                Reading.expression(at, template.source(), index),
                "give it a default, ${" + name + ":-…}, or leave it to the shell: $${" + name + "}");
    }

    private final class Scope implements Template.Scope {
        private final Map<String, String> own;
        private Span at = new Span(new SourceFile("", ""), 0, 0, 0, 0);
        private String source = "";

        /** @param own what lies between the inherited environment and the command line's */
        Scope(Map<String, String> own) {
            this.own = own;
        }

        @Override
        public Optional<String> variable(String name) {
            String value = overrides.get(name);
            value = value == null ? own.get(name) : value;
            return Optional.ofNullable(value == null ? inherited.get(name) : value);
        }

        @Override
        public String reference(String path, int index) throws UnresolvedException {
            Reference reference = Reference.parse(path, index);
            String name = reference.service().name();
            Draft target = drafts.get(name);
            if (target == null) {
                String hint = faults.hint(name, drafts.keySet());
                faults.error("unresolved", "${" + path + "} names no service", place(index), hint);
                return SOME_PORT;
            }
            check(reference, target, path, place(index));
            return SOME_PORT;
        }

        private Span place(int index) {
            return Reading.expression(at, source, index);
        }

        private void check(Reference reference, Draft target, String path, Span place) {
            if (!target.active()) {
                String subject = "${" + path + "} refers to '" + target.name() + "'";
                Diagnostic leftOut =
                        Agreement.leftOut(subject, target, place, "start with", Agreement.profiles(target));
                faults.add(leftOut);
            } else if (reference.property() != Reference.Property.HOST
                    && !target.section().has(ServiceKeys.PORTS)) {
                String message = "${" + path + "}: service '" + target.name() + "' has no ports";
                faults.error("no-port", message, place, "add 'ports: […]' to it");
            }
        }
    }
}
