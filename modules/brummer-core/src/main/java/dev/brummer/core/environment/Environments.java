package dev.brummer.core.environment;

import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.TestSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.InstanceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a child's environment together, low to high: what the project inherits ({@code .env} chain, the caller's, and
 * {@code NODE_ENV} from a profile), {@code PORT} where a port was chosen and {@code TERM} where there is a terminal, what
 * the file says, and what the command line says.
 */
public final class Environments {
    /** The variable that says what the terminal is of a service that has one. */
    public static final String TERMINAL = "TERM";

    // Whatever the caller's may be.
    private static final String USUAL_TERMINAL = "xterm-256color";

    private Environments() {}

    /**
     * What a run of {@code instance} sees.
     *
     * @param ports the ports of each instance, in the order of its service's claims; an instance that is left out has
     *     the fixed ones of its claims
     * @throws UnresolvedException if a variable that must be set is not, or a reference names nothing
     */
    public static RunEnvironment of(
            Project project, ServiceSpec service, InstanceId instance, Map<InstanceId, List<Integer>> ports)
            throws UnresolvedException {
        PortReferences references = new PortReferences(project, Optional.of(instance), ports);
        Map<String, String> inherited = project.inheritedBy(service.id());
        Map<String, String> lower = new LinkedHashMap<>(inherited);
        if (hasAutoPort(service)) {
            lower.put("PORT", references.portOf(instance));
        }
        if (service.tty()) {
            lower.put(TERMINAL, USUAL_TERMINAL);
        }
        Map<String, String> variables = new LinkedHashMap<>(lower);
        // What beats all for the child beats all in ${…} as well.
        lower.putAll(project.overrides());
        RunScope scope = new RunScope(lower, references);
        for (Map.Entry<String, EnvironmentValue> entry : service.environment().entrySet()) {
            put(entry.getKey(), entry.getValue(), variables, inherited, scope);
        }
        variables.putAll(project.overrides());
        return new RunEnvironment(variables, new RunScope(variables, references));
    }

    /** What a sink sees, which belongs to no service: the inherited environment and the command line's. */
    public static RunEnvironment of(Project project, Map<InstanceId, List<Integer>> ports) {
        Map<String, String> variables = new LinkedHashMap<>(project.inherited());
        variables.putAll(project.overrides());
        return new RunEnvironment(
                variables, new RunScope(variables, new PortReferences(project, Optional.empty(), ports)));
    }

    /**
     * What the command of a test sees: where services are, what the project inherits, what the file says, and what the
     * command line says.
     *
     * @param services those that are brought up
     * @param ports as for a service
     * @throws UnresolvedException if a variable that must be set is not, or a reference names nothing
     */
    public static RunEnvironment of(
            Project project, TestSpec test, Collection<ServiceSpec> services, Map<InstanceId, List<Integer>> ports)
            throws UnresolvedException {
        PortReferences references = new PortReferences(project, Optional.empty(), ports);
        Map<String, String> lower = new LinkedHashMap<>(Addresses.of(services, references));
        lower.putAll(project.inherited());
        Map<String, String> variables = new LinkedHashMap<>(lower);
        lower.putAll(project.overrides());
        RunScope scope = new RunScope(lower, references);
        for (Map.Entry<String, EnvironmentValue> entry : test.environment().entrySet()) {
            put(entry.getKey(), entry.getValue(), variables, project.inherited(), scope);
        }
        variables.putAll(project.overrides());
        return new RunEnvironment(variables, new RunScope(variables, references));
    }

    private static boolean hasAutoPort(ServiceSpec service) {
        for (PortClaim claim : service.ports()) {
            if (claim instanceof PortClaim.Auto) {
                return true;
            }
        }
        return false;
    }

    private static void put(
            String name, EnvironmentValue value, Map<String, String> variables, Map<String, String> inherited, RunScope scope)
            throws UnresolvedException {
        // No type switch: the JVM builds each at run time, and the first process waits for that.
        String resolved = value instanceof EnvironmentValue.Set(var template)
                ? template.resolve(scope, _ -> {})
                : inherited.get(name);
        if (resolved == null) {
            variables.remove(name);
        } else {
            variables.put(name, resolved);
        }
    }
}
