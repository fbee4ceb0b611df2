package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the file, merged and with defaults filled in.
 *
 * @param workingDir absolute
 * @param environment what the file and its env files say, already layered: env files, top level, the service's own
 * @param readiness every one must pass once before the service is ready
 * @param profiles the profiles it exists in; empty for all
 * @param aliases other names it goes by in log lines and on the command line
 * @param successExitCodes exit codes that are no failure; holds 0 unless the file says otherwise
 * @param requires the versions that programs must have for this service
 * @param watch what happens when its files change
 * @param tty whether it runs on a terminal
 */
public record ServiceSpec(
        ServiceId id,
        ServiceType type,
        Optional<StageId> stage,
        Command command,
        Path workingDir,
        Map<String, EnvironmentValue> environment,
        List<PortClaim> ports,
        List<PluginUse> readiness,
        Optional<HealthSpec> healthcheck,
        Duration startTimeout,
        RestartPolicy restart,
        Backoff backoff,
        Set<Integer> successExitCodes,
        PosixSignal stopSignal,
        Duration stopGracePeriod,
        Optional<Command> stopCommand,
        int scale,
        boolean optional,
        List<Dependency> dependsOn,
        Set<String> profiles,
        List<String> aliases,
        ConsoleMode console,
        Map<String, VersionRange> requires,
        Optional<WatchSpec> watch,
        boolean tty) {
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(2);
    public static final Duration DEFAULT_STOP_GRACE_PERIOD = Duration.ofSeconds(10);

    public ServiceSpec {
        Require.require(workingDir.isAbsolute(), "working folder is not absolute: %s", workingDir);
        Require.require(startTimeout.isPositive(), "start_timeout must be longer than 0: %s", startTimeout);
        Require.require(!stopGracePeriod.isNegative(), "stop_grace_period is negative: %s", stopGracePeriod);
        Require.require(scale >= 1, "scale must be at least 1: %d", scale);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        ports = List.copyOf(ports);
        readiness = List.copyOf(readiness);
        successExitCodes = Set.copyOf(successExitCodes);
        dependsOn = List.copyOf(dependsOn);
        profiles = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(profiles));
        aliases = List.copyOf(aliases);
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
    }

    public boolean isTask() {
        return type == ServiceType.TASK;
    }

    /** Whether what it has started lives on when it has ended, until its stop command ends that: a task that has one. */
    public boolean lasts() {
        return isTask() && stopCommand.isPresent();
    }

    /** What a person types, from anywhere, to end what such a task has started; empty for all other services. */
    public Optional<String> endedByHand() {
        return isTask() ? stopCommand.map(command -> "cd " + quoted(workingDir) + " && " + command.typed()) : Optional.empty();
    }

    private static String quoted(Path folder) {
        String path = folder.toString();
        return path.matches("[A-Za-z0-9_./@+,:=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /** The same service under another name, in no stage, with what that means for its dependencies and other names. */
    public ServiceSpec called(ServiceId other, List<Dependency> dependencies, List<String> names) {
        return new ServiceSpec(
                other, type, Optional.empty(), command, workingDir, environment, ports, readiness, healthcheck, startTimeout,
                restart, backoff, successExitCodes, stopSignal, stopGracePeriod, stopCommand, scale, optional, dependencies,
                profiles, names, console, requires, watch, tty);
    }

    /** The same service in another number of copies. */
    public ServiceSpec withScale(int copies) {
        return with(copies, tty);
    }

    /** The same service in one copy and without a terminal of its own. */
    public ServiceSpec alone() {
        return with(1, false);
    }

    private ServiceSpec with(int copies, boolean onTerminal) {
        return new ServiceSpec(
                id, type, stage, command, workingDir, environment, ports, readiness, healthcheck, startTimeout, restart,
                backoff, successExitCodes, stopSignal, stopGracePeriod, stopCommand, copies, optional, dependsOn, profiles,
                aliases, console, requires, watch, onTerminal);
    }
}
