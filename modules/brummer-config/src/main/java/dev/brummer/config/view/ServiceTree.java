package dev.brummer.config.view;

import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ConsoleMode;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.VersionRange;
import dev.brummer.core.model.WatchSpec;
import dev.brummer.spi.host.DurationText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as nested maps and lists. */
final class ServiceTree {
    private ServiceTree() {}

    static Map<String, Object> of(ServiceSpec spec, Path folder) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", spec.type() == ServiceType.TASK ? "task" : "service");
        spec.stage().ifPresent(stage -> tree.put("stage", stage.name()));
        tree.put("command", command(spec.command()));
        tree.put("working_dir", ModelTree.path(folder, spec.workingDir()));
        put(tree, "environment", environment(spec.environment()));
        put(tree, "ports", ports(spec.ports()));
        put(
                tree,
                "readiness",
                spec.readiness().stream().<Object>map(ServiceTree::use).toList());
        spec.healthcheck().ifPresent(health -> tree.put("healthcheck", health(health)));
        tree.put("start_timeout", DurationText.of(spec.startTimeout()));
        tree.put("restart", restart(spec.restart()));
        tree.put("backoff", backoff(spec.backoff()));
        tree.put(
                "success_exit_codes",
                spec.successExitCodes().stream()
                        .sorted()
                        .<Object>map(code -> code)
                        .toList());
        tree.put("stop_signal", spec.stopSignal().name());
        tree.put("stop_grace_period", DurationText.of(spec.stopGracePeriod()));
        spec.stopCommand().ifPresent(stop -> tree.put("stop_command", command(stop)));
        tree.put("scale", spec.scale());
        tree.put("optional", spec.optional());
        put(tree, "depends_on", dependencies(spec.dependsOn()));
        put(tree, "profiles", List.copyOf(spec.profiles()));
        put(
                tree,
                "aliases",
                literals(spec.aliases()));
        tree.put("console", console(spec.console()));
        put(tree, "requires", requires(spec.requires()));
        spec.watch().ifPresent(watch -> tree.put("watch", watch(watch)));
        tree.put("tty", spec.tty());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        boolean empty =
                value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof Collection<?> list && list.isEmpty();
        if (!empty) {
            tree.put(key, value);
        }
    }

    private static Map<String, Object> watch(WatchSpec watch) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("paths", literals(watch.paths()));
        put(tree, "ignore", literals(watch.ignore()));
        tree.put("debounce", DurationText.of(watch.debounce()));
        tree.put("action", switch (watch.reaction()) {
            case WatchSpec.Reaction.Restart() -> "restart";
            case WatchSpec.Reaction.Run(var command) -> Map.of("run", command(command));
        });
        return tree;
    }

    private static List<Object> literals(List<String> texts) {
        return texts.stream().<Object>map(text -> text.replace("$", "$$")).toList();
    }

    static Map<String, Object> requires(Map<String, VersionRange> ranges) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ranges.forEach((program, range) -> tree.put(program, range.source()));
        return tree;
    }

    static Object command(Command command) {
        return switch (command) {
            case Command.Shell(var line) -> line.source();
            case Command.Words(var words) ->
                words.stream().<Object>map(Template::source).toList();
        };
    }

    static Map<String, @Nullable Object> environment(Map<String, EnvironmentValue> environment) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        environment.forEach((name, value) -> tree.put(
                name,
                switch (value) {
                    case EnvironmentValue.Set(var template) -> template.source();
                    case EnvironmentValue.Inherit() -> null;
                }));
        return tree;
    }

    private static List<Object> ports(List<PortClaim> claims) {
        List<Object> ports = new ArrayList<>();
        for (PortClaim claim : claims) {
            ports.add(
                    switch (claim) {
                        case PortClaim.Fixed(int port) -> port;
                        case PortClaim.Auto() -> "auto";
                    });
        }
        return ports;
    }

    static Map<String, Object> use(PluginUse use) {
        Map<String, Object> options = new LinkedHashMap<>();
        use.options()
                .forEach((name, value) -> options.put(
                        name,
                        switch (value) {
                            case OptionValue.Scalar(var template) -> template.source();
                            case OptionValue.Sequence(var templates) ->
                                templates.stream().<Object>map(Template::source).toList();
                        }));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(use.kind(), options);
        return tree;
    }

    private static Map<String, Object> health(HealthSpec health) {
        Map<String, Object> tree = use(health.check());
        tree.put("interval", DurationText.of(health.interval()));
        tree.put("timeout", DurationText.of(health.timeout()));
        tree.put("retries", health.retries());
        tree.put("start_period", DurationText.of(health.startPeriod()));
        tree.put("start_interval", DurationText.of(health.startInterval()));
        return tree;
    }

    private static String restart(RestartPolicy policy) {
        return switch (policy) {
            case RestartPolicy.Never() -> "no";
            case RestartPolicy.Always() -> "always";
            case RestartPolicy.UnlessStopped() -> "unless-stopped";
            case RestartPolicy.OnFailure(var limit) ->
                limit.isEmpty() ? "on-failure" : "on-failure:" + limit.getAsInt();
        };
    }

    private static Map<String, Object> backoff(Backoff backoff) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("initial", DurationText.of(backoff.initial()));
        tree.put("max", DurationText.of(backoff.max()));
        tree.put("multiplier", backoff.multiplier());
        tree.put("reset_after", DurationText.of(backoff.resetAfter()));
        return tree;
    }

    private static Map<String, Object> dependencies(List<Dependency> dependencies) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Dependency dependency : dependencies) {
            Map<String, Object> edge = new LinkedHashMap<>();
            edge.put("condition", dependency.condition().word());
            edge.put("required", dependency.required());
            edge.put("restart", dependency.restart());
            tree.put(dependency.on().name(), edge);
        }
        return tree;
    }

    private static String console(ConsoleMode mode) {
        return switch (mode) {
            case ALL -> "all";
            case ERRORS -> "errors";
            case OFF -> "off";
        };
    }
}
