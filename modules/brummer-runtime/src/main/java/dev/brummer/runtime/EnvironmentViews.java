package dev.brummer.runtime;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import dev.brummer.config.secret.SecretVariable;
import dev.brummer.config.secret.Secrets;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells of environments, and where each variable is from.
 *
 * @param project where the variables were written
 * @param discretion what takes secrets out of values that are made of others
 * @param reveal whether secrets are told as well
 */
record EnvironmentViews(Project project, Discretion discretion, boolean reveal) {
    EnvironmentView of(StartOrder order) {
        List<VariableView> variables = new ArrayList<>();
        new TreeMap<>(order.environment()).forEach((name, value) -> {
            String shown = reveal ? value : shown(order.instance(), name, value);
            variables.add(new VariableView(name, shown, !shown.equals(value), origin(order.instance(), name)));
        });
        return new EnvironmentView(
                order.instance(), reveal ? order.folder() : discretion.folder(order.folder()), variables);
    }

    private String shown(InstanceId instance, String name, String value) {
        boolean inEnvFile = !project.overrides().containsKey(name)
                && !isGiven(instance, name)
                && project.origins().inEnvFile(instance.service(), name);
        return discretion.apply(Secrets.masked(new SecretVariable(name, value, inEnvFile)));
    }

    private String origin(InstanceId instance, String name) {
        if (project.overrides().containsKey(name)) {
            return "--env";
        }
        return isGiven(instance, name)
                ? "brum"
                : project.origins().of(instance.service(), name).orElse("brum");
    }

    /** Whether Brummer gives it to the instance, whatever the caller has. */
    private boolean isGiven(InstanceId instance, String name) {
        Map<?, ServiceSpec> services = project.services();
        ServiceSpec spec = services.get(instance.service());
        return switch (name) {
            case "BRUM_INSTANCE" -> instance.index() > 0;
            case "PORT" ->
                spec != null
                        && !spec.environment().containsKey(name)
                        && spec.ports().stream().anyMatch(PortClaim.Auto.class::isInstance);
            default -> false;
        };
    }
}
