package dev.brummer.runtime;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
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
 * @param reveal whether secrets are told as well
 */
record EnvironmentViews(Project project, boolean reveal) {
    EnvironmentView of(StartOrder order) {
        List<VariableView> variables = new ArrayList<>();
        new TreeMap<>(order.environment()).forEach((name, value) -> {
            String shown = reveal ? value : Secrets.masked(name, value);
            variables.add(new VariableView(name, shown, !shown.equals(value), origin(order.instance(), name)));
        });
        return new EnvironmentView(order.instance(), order.folder(), variables);
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
