package dev.brummer.runtime;

import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to start for a run: everything the file left open is settled here, at the last moment. */
final class RunOrders {
    private final Project project;
    private final PortBook ports;

    RunOrders(Project project, PortBook ports) {
        this.project = project;
        this.ports = ports;
    }

    /** @throws StartFailedException if a variable or reference has no value, or there is no such service any more */
    StartOrder order(InstanceId instance, int run) throws StartFailedException {
        ServiceSpec spec = project.services().get(instance.service());
        if (spec == null) {
            throw new StartFailedException("there is no service '" + instance.service() + "' any more");
        }
        try {
            StartOrder order = order(instance, run, spec.command());
            return spec.tty() ? order.onTerminal() : order;
        } catch (UnresolvedException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws StartFailedException if a variable or reference has no value */
    StartOrder stopOrder(InstanceId instance, int run) throws StartFailedException {
        ServiceSpec spec = project.service(instance.service());
        try {
            StartOrder order = order(instance, run, spec.stopCommand().orElseThrow());
            return new StartOrder(
                    instance, run, order.command(), order.folder(), order.environment(), List.of());
        } catch (UnresolvedException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A command beside the service's own, in its folder and environment.
     *
     * @throws StartFailedException if a variable or reference has no value
     */
    StartOrder commandOrder(InstanceId instance, Command command) throws StartFailedException {
        try {
            StartOrder order = order(instance, 0, command);
            return new StartOrder(instance, 0, order.command(), order.folder(), order.environment(), List.of());
        } catch (UnresolvedException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private StartOrder order(InstanceId instance, int run, Command command) throws UnresolvedException {
        ServiceSpec spec = project.service(instance.service());
        RunEnvironment environment = environment(instance);
        return new StartOrder(
                instance, run, environment.command(command), spec.workingDir(), variables(instance, environment), ports.of(instance));
    }

    /** A copy of several is told which one it is. */
    private static Map<String, String> variables(InstanceId instance, RunEnvironment environment) {
        if (instance.index() == 0) {
            return environment.variables();
        }
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.put("BRUM_INSTANCE", Integer.toString(instance.index()));
        return variables;
    }

    RunEnvironment environment(InstanceId instance) throws UnresolvedException {
        return Environments.of(project, project.service(instance.service()), instance, ports.ports());
    }
}
