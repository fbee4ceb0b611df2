package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.VariableOrigins;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Remembers where the values of a loaded project were written. */
public final class Origins implements VariableOrigins.Places {
    private final Mapping top;
    private final Map<String, Mapping> services;
    private final Map<String, Map<String, Located<EnvironmentValue>>> environments;
    private final Inherited inherited;
    private final EnvFiles envFiles;

    Origins(
            Mapping top,
            Map<String, Mapping> services,
            Map<String, Map<String, Located<EnvironmentValue>>> environments,
            Inherited inherited,
            EnvFiles envFiles) {
        this.top = top;
        this.services = services;
        this.environments = environments;
        this.inherited = inherited;
        this.envFiles = envFiles;
    }

    /** Where a value of a service, or a key of it, was written: a path as {@code [backoff, max]}. */
    public Optional<Origin> ofService(String service, List<String> path) {
        Map<String, Located<EnvironmentValue>> environment = environments.getOrDefault(service, Map.of());
        if (path.size() == 2 && path.getFirst().equals("environment") && environment.containsKey(path.getLast())) {
            return Optional.of(Origin.of(environment.get(path.getLast())));
        }
        Mapping node = services.get(service);
        return node == null ? Optional.empty() : find(node, path);
    }

    @Override
    public Optional<String> of(ServiceId service, String variable) {
        Located<EnvironmentValue> written = ofService(service, variable);
        return written == null
                ? inherited.origin(variable)
                : Optional.of(Origin.of(written).toString());
    }

    @Override
    public boolean inEnvFile(ServiceId service, String variable) {
        Located<EnvironmentValue> written = ofService(service, variable);
        return written == null
                ? inherited.inEnvFile(variable)
                : written.span().file().isOfVariables();
    }

    /** Whether the value of a variable that everything inherits was written in one of the {@code .env} files. */
    public boolean isInheritedFromFile(String variable) {
        return inherited.inEnvFile(variable);
    }

    // What is passed on has been written elsewhere.
    private @Nullable Located<EnvironmentValue> ofService(ServiceId service, String variable) {
        Located<EnvironmentValue> written =
                environments.getOrDefault(service.name(), Map.of()).get(variable);
        return written == null || written.value() instanceof EnvironmentValue.Inherit ? null : written;
    }

    @Override
    public void eachOfEnvFiles(BiConsumer<String, Template> told) {
        inherited.read().forEach(each -> told.accept(each.getKey(), Template.literal(each.getValue())));
        envFiles.each(told);
    }

    /** Where a value of the top level was written. */
    public Optional<Origin> ofTop(List<String> path) {
        return find(top, path);
    }

    // As deep as the path leads: what is read from one value has that value's origin.
    private static Optional<Origin> find(Node from, List<String> path) {
        Node node = from;
        for (String step : path) {
            Node next = switch (node) {
                case Mapping mapping -> mapping.value(step);
                case Sequence list -> item(list, step);
                case Scalar scalar -> scalar;
            };
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(Origin.of(node));
    }

    private static Node item(Sequence list, String step) {
        int index = step.isEmpty() || !Character.isDigit(step.charAt(0)) ? -1 : Integer.parseInt(step);
        return index >= 0 && index < list.items().size() ? list.items().get(index) : list;
    }

    /** The names of all services that are declared, whatever is active, in the order of the file. */
    List<String> services() {
        return List.copyOf(services.keySet());
    }

    /** The profiles that are declared, or named by a service. */
    Set<String> profiles() {
        Set<String> names = new TreeSet<>();
        if (top.value("profiles") instanceof Mapping profiles) {
            names.addAll(profiles.entries().keySet());
        }
        services.values().forEach(service -> names.addAll(RawNames.of(service, "profiles")));
        return names;
    }

    /** What an overlay of that name declares as {@code node_env}. */
    public Optional<String> declaredNodeEnv(String profile) {
        return top.value("profiles") instanceof Mapping profiles
                        && profiles.value(profile) instanceof Mapping overlay
                        && overlay.value("node_env") instanceof Scalar value
                        && !value.isNull()
                ? Optional.of(value.text())
                : Optional.empty();
    }
}
