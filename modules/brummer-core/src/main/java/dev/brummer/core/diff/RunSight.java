package dev.brummer.core.diff;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first copy of a service gets to see, with every variable and reference replaced. A port that is chosen only
 * at the start has a number that no port has, and the same one in every reading.
 *
 * @param environment its whole environment
 * @param command its command; empty where it cannot be told
 * @param checks what is told to its checks, readiness first
 * @param fault why something cannot be told; empty mostly
 */
record RunSight(Map<String, String> environment, Optional<CommandLine> command, List<String> checks, String fault) {
    /** @param ports from {@link #imaginedPorts} */
    static RunSight of(Project project, ServiceSpec spec, Map<InstanceId, List<Integer>> ports) {
        try {
            RunEnvironment environment = Environments.of(project, spec, firstCopy(spec), ports);
            List<String> checks = new ArrayList<>();
            for (PluginUse check : checks(spec)) {
                for (Template option : templates(check)) {
                    checks.add(environment.resolve(option));
                }
            }
            return new RunSight(
                    environment.variables(), Optional.of(environment.command(spec.command())), checks, "");
        } catch (UnresolvedException e) {
            return new RunSight(Map.of(), Optional.empty(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static InstanceId firstCopy(ServiceSpec spec) {
        return spec.scale() == 1 ? InstanceId.only(spec.id()) : new InstanceId(spec.id(), 1);
    }

    static Map<InstanceId, List<Integer>> imaginedPorts(Project project) {
        Map<InstanceId, List<Integer>> ports = new HashMap<>();
        for (ServiceSpec spec : project.services().values()) {
            InstanceId first = firstCopy(spec);
            ports.put(first, spec.ports().stream().map(claim -> port(claim, first)).toList());
        }
        return ports;
    }

    private static int port(PortClaim claim, InstanceId instance) {
        return switch (claim) {
            case PortClaim.Fixed(int port) -> port;
            case PortClaim.Auto() -> -1 - instance.index();
        };
    }

    private static List<PluginUse> checks(ServiceSpec spec) {
        List<PluginUse> checks = new ArrayList<>(spec.readiness());
        spec.healthcheck().map(HealthSpec::check).ifPresent(checks::add);
        return checks;
    }

    private static List<Template> templates(PluginUse use) {
        List<Template> templates = new ArrayList<>();
        for (OptionValue option : use.options().values()) {
            switch (option) {
                case OptionValue.Scalar(var value) -> templates.add(value);
                case OptionValue.Sequence(var values) -> templates.addAll(values);
            }
        }
        return templates;
    }
}
