package dev.brummer.config.secret;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TestSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every variable that anything of a project gets to see, and whether an env file says it. */
final class ProjectVariables {
    private static final String HEADERS = "headers";

    private final Project project;
    private final Map<InstanceId, List<Integer>> ports;
    private final Set<SecretVariable> all = new LinkedHashSet<>();

    ProjectVariables(Project project, Map<InstanceId, List<Integer>> ports) {
        this.project = project;
        this.ports = ports;
    }

    Collection<SecretVariable> all() {
        project.inherited().forEach((name, value) -> all.add(new SecretVariable(name, value, false)));
        project.later().values().forEach(inherited ->
                inherited.forEach((name, value) -> all.add(new SecretVariable(name, value, false))));
        project.overrides().forEach((name, value) -> all.add(new SecretVariable(name, value, false)));
        // Those too that something else beats: another value may be made of them.
        project.origins().eachOfEnvFiles((name, template) -> leniently(template)
                .ifPresent(value -> all.add(new SecretVariable(name, value, true))));
        project.services().values().forEach(this::service);
        project.tests().values().forEach(this::test);
        project.sinks().forEach(this::options);
        project.plugins().config().values().forEach(this::options);
        project.alerts().stream().flatMap(rule -> rule.to().stream()).forEach(this::target);
        return all;
    }

    /** What is no secret in this project. */
    Ordinary ordinary() {
        List<String> names = new ArrayList<>(project.activeProfiles());
        names.add(project.name());
        project.stages().keySet().forEach(stage -> names.add(stage.name()));
        names.addAll(project.tests().keySet());
        for (ServiceSpec service : project.services().values()) {
            names.add(service.id().name());
            names.addAll(service.aliases());
            names.addAll(service.profiles());
        }
        return new Ordinary(names, project.folder());
    }

    private void service(ServiceSpec service) {
        written(service);
        instances(service).forEach(instance -> {
            Optional<Map<String, String>> seen = seen(service, instance);
            service.environment().forEach((name, written) -> {
                Optional<String> value = seen.map(it -> it.get(name)).or(() -> leniently(written));
                boolean inEnvFile = project.origins().inEnvFile(service.id(), name);
                value.ifPresent(it -> all.add(new SecretVariable(name, it, inEnvFile)));
            });
        });
    }

    private void written(ServiceSpec service) {
        command(service.command());
        service.stopCommand().ifPresent(this::command);
        service.readiness().forEach(this::options);
        service.healthcheck().ifPresent(health -> options(health.check()));
    }

    private void target(AlertTarget target) {
        switch (target) {
            case AlertTarget.Run(var command) -> command(command);
            case AlertTarget.Post(var sink) -> options(sink);
            case AlertTarget.Stream(), AlertTarget.Desktop() -> { }
        }
    }

    private void command(Command command) {
        List<Template> templates = switch (command) {
            case Command.Shell(var line) -> List.of(line);
            case Command.Words(var words) -> words;
        };
        templates.forEach(this::assignments);
    }

    private void assignments(Template command) {
        Assignments.each(
                command.source(), (name, value, _, _) -> all.add(new SecretVariable(name, value, false)));
    }

    private void options(PluginUse use) {
        use.options().forEach((name, value) -> {
            List<Template> templates = switch (value) {
                case OptionValue.Scalar(var template) -> List.of(template);
                case OptionValue.Sequence(var several) -> several;
            };
            templates.forEach(this::assignments);
            templates.stream().filter(Template::isConstant).forEach(template -> option(name, template.source()));
        });
    }

    // What is made of variables is found by those.
    private void option(String name, String text) {
        int colon = name.equals(HEADERS) ? text.indexOf(':') : -1;
        if (colon < 0) {
            all.add(new SecretVariable(name, text, false));
        } else if (Secrets.isSecretHeader(text.substring(0, colon).strip())) {
            String value = text.substring(colon + 1).strip();
            // Without the scheme, as in 'Bearer x'.
            all.add(new SecretVariable("secret", value.substring(value.indexOf(' ') + 1), false));
        }
    }

    private void test(TestSpec test) {
        command(test.command());
        test.environment().forEach((name, written) ->
                leniently(written).ifPresent(value -> all.add(new SecretVariable(name, value, false))));
    }

    private static Stream<InstanceId> instances(ServiceSpec service) {
        return service.scale() == 1
                ? Stream.of(InstanceId.only(service.id()))
                : IntStream.rangeClosed(1, service.scale()).mapToObj(index -> new InstanceId(service.id(), index));
    }

    /** The instance's environment; empty where it cannot be made, for want of a port or of a variable. */
    private Optional<Map<String, String>> seen(ServiceSpec service, InstanceId instance) {
        try {
            return Optional.of(
                    Environments.of(project, service, instance, ports).variables());
        } catch (UnresolvedException notYet) {
            return Optional.empty();
        }
    }

    private Optional<String> leniently(EnvironmentValue written) {
        return written instanceof EnvironmentValue.Set(var template) ? leniently(template) : Optional.empty();
    }

    /** The value as far as it can be told: without ports. Empty where it cannot be at all. */
    private Optional<String> leniently(Template template) {
        try {
            return Optional.of(template.resolve(new Known(project), _ -> {}));
        } catch (UnresolvedException unset) {
            return Optional.empty();
        }
    }

    /** What variables mean whatever the service. */
    private record Known(Project project) implements Template.Scope {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(project.overrides().getOrDefault(name, project.inherited().get(name)));
        }

        @Override
        public String reference(String path, int index) {
            return "";
        }
    }
}
