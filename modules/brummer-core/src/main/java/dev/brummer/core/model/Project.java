package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything {@code brummer.yaml} and its overlays declare for the profiles that are active. What several values must
 * agree on holds: every stage and dependency named exists, and edges close no cycle.
 *
 * @param folder absolute; relative paths of the file refer to it
 * @param stages each stage and the stages it comes after, in the order of the file
 * @param services the services that exist in the active profiles, in the order of the file
 * @param inherited the environment under everything the file says: the {@code .env} chain, the caller's own, and
 *     {@code NODE_ENV} from a profile; it also feeds interpolation
 * @param overrides variables given on the command line, which beat all others
 * @param sinks where journal entries go; the console is the first of them unless the file switches it off
 * @param requires the versions that programs must have, for every service
 * @param logs what is kept of the output
 * @param alerts of what somebody is told
 * @param tests by name, in the order of the file
 * @param origins where variables were written
 * @param later what services inherit that were taken over from a later reading, where the environment may be another
 */
public record Project(
        String name,
        Path folder,
        Set<String> activeProfiles,
        Map<StageId, Set<StageId>> stages,
        Map<ServiceId, ServiceSpec> services,
        Map<String, String> inherited,
        Map<String, String> overrides,
        List<PluginUse> sinks,
        PluginSettings plugins,
        Map<String, VersionRange> requires,
        LogSettings logs,
        List<AlertRule> alerts,
        Map<String, TestSpec> tests,
        VariableOrigins origins,
        Map<ServiceId, Map<String, String>> later) {
    public Project {
        Require.require(folder.isAbsolute(), "project folder is not absolute: %s", folder);
        activeProfiles = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(activeProfiles));
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        inherited = Map.copyOf(inherited);
        overrides = Map.copyOf(overrides);
        sinks = List.copyOf(sinks);
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
        alerts = List.copyOf(alerts);
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        later = Map.copyOf(later);
    }

    /** A project without tests of which nobody knows where its variables were written. */
    public Project(
            String name,
            Path folder,
            Set<String> activeProfiles,
            Map<StageId, Set<StageId>> stages,
            Map<ServiceId, ServiceSpec> services,
            Map<String, String> inherited,
            Map<String, String> overrides,
            List<PluginUse> sinks,
            PluginSettings plugins,
            Map<String, VersionRange> requires,
            LogSettings logs,
            List<AlertRule> alerts) {
        this(
                name,
                folder,
                activeProfiles,
                stages,
                services,
                inherited,
                overrides,
                sinks,
                plugins,
                requires,
                logs,
                alerts,
                Map.of(),
                VariableOrigins.UNKNOWN,
                Map.of());
    }

    /** What a service inherits. */
    public Map<String, String> inheritedBy(ServiceId service) {
        return later.getOrDefault(service, inherited);
    }

    /** The same project in another inherited environment. */
    public Project withInherited(Map<String, String> environment) {
        return with(services, environment, alerts, tests, Map.of());
    }

    /** The same project with another declaration of one of its services. */
    public Project withService(ServiceSpec other) {
        Map<ServiceId, ServiceSpec> all = new LinkedHashMap<>(services);
        all.put(other.id(), other);
        return with(all, inherited, alerts, tests, later);
    }

    /**
     * The same project with services of another reading of it, which inherit what they would there, and the stages that
     * only that one has.
     */
    public Project with(Set<ServiceId> others, Project reading) {
        if (others.isEmpty()) {
            return this;
        }
        Map<ServiceId, ServiceSpec> specs = new LinkedHashMap<>(services);
        Map<ServiceId, Map<String, String>> environments = new LinkedHashMap<>(later);
        for (ServiceId id : others) {
            specs.put(id, reading.service(id));
            environments.put(id, reading.inheritedBy(id));
        }
        Map<StageId, Set<StageId>> all = new LinkedHashMap<>(stages);
        reading.stages().forEach(all::putIfAbsent);
        return new Project(
                name,
                folder,
                activeProfiles,
                all,
                specs,
                inherited,
                overrides,
                sinks,
                plugins,
                requires,
                logs,
                alerts,
                tests,
                origins.with(others, reading.origins()),
                environments);
    }

    /** The same project with other alerts. */
    public Project withAlerts(List<AlertRule> rules) {
        return with(services, inherited, rules, tests, later);
    }

    /** The same project with other tests. */
    public Project withTests(Map<String, TestSpec> others) {
        return with(services, inherited, alerts, others, later);
    }

    private Project with(
            Map<ServiceId, ServiceSpec> specs,
            Map<String, String> environment,
            List<AlertRule> rules,
            Map<String, TestSpec> others,
            Map<ServiceId, Map<String, String>> environments) {
        return new Project(
                name,
                folder,
                activeProfiles,
                stages,
                specs,
                environment,
                overrides,
                sinks,
                plugins,
                requires,
                logs,
                rules,
                others,
                origins,
                environments);
    }

    /** @throws IllegalArgumentException if there is no such service */
    public ServiceSpec service(ServiceId id) {
        ServiceSpec spec = services.get(id);
        if (spec == null) {
            throw new IllegalArgumentException("no service " + id);
        }
        return spec;
    }
}
