package dev.brummer.config;

import dev.brummer.config.keys.BackoffKeys;
import dev.brummer.config.keys.DependencyKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.WatchKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ConsoleMode;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.core.model.StageId;
import dev.brummer.core.model.WatchSpec;
import dev.brummer.core.text.Suggestion;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.host.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the model of a service from its draft, with defaults for what is left out. */
final class SpecBuilder {
    private static final RestartPolicy NEVER = new RestartPolicy.Never();

    private final Path folder;
    private final EnvFiles paths;
    private final Faults faults;

    SpecBuilder(Path folder, EnvFiles paths, Faults faults) {
        this.folder = folder;
        this.paths = paths;
        this.faults = faults;
    }

    /**
     * The service, or null where something that it cannot be without is missing or wrong.
     *
     * @param dependencies its edges, without those that a profile left out
     */
    @Nullable ServiceSpec build(Draft draft, List<Located<Dependency>> dependencies) {
        Section section = draft.section();
        Command command = section.get(ServiceKeys.COMMAND);
        if (command == null) {
            if (!section.has(ServiceKeys.COMMAND) && !isMisspelt(section)) {
                String message = "service '" + draft.name() + "' has no command";
                faults.error("missing-command", message, draft.at(), "add 'command: …'");
            }
            return null;
        }
        Backoff backoff = backoff(section.get(ServiceKeys.BACKOFF));
        Path workingDir = workingDir(section);
        if (backoff == null || workingDir == null) {
            return null;
        }
        return new ServiceSpec(
                new ServiceId(draft.name()),
                section.get(ServiceKeys.TYPE, ServiceType.SERVICE),
                Optional.ofNullable(section.get(ServiceKeys.STAGE)).map(StageId::new),
                command,
                workingDir,
                environment(draft),
                values(section.get(ServiceKeys.PORTS, List.of())),
                values(draft.readiness()),
                draft.healthcheck().map(Located::value),
                section.get(ServiceKeys.START_TIMEOUT, ServiceSpec.DEFAULT_START_TIMEOUT),
                section.get(ServiceKeys.RESTART, NEVER),
                backoff,
                exitCodes(section),
                section.get(ServiceKeys.STOP_SIGNAL, PosixSignal.SIGTERM),
                section.get(ServiceKeys.STOP_GRACE_PERIOD, ServiceSpec.DEFAULT_STOP_GRACE_PERIOD),
                Optional.ofNullable(section.get(ServiceKeys.STOP_COMMAND)),
                section.get(ServiceKeys.SCALE, 1),
                section.get(ServiceKeys.OPTIONAL, false),
                values(dependencies),
                new LinkedHashSet<>(values(section.get(ServiceKeys.PROFILES, List.of()))),
                values(section.get(ServiceKeys.ALIASES, List.of())),
                section.get(ServiceKeys.CONSOLE, ConsoleMode.ALL),
                values(section.get(ServiceKeys.REQUIRES, Map.of())),
                watch(section.get(ServiceKeys.WATCH)),
                section.get(ServiceKeys.TTY, false));
    }

    private Optional<WatchSpec> watch(@Nullable Section section) {
        if (section == null) {
            return Optional.empty();
        }
        List<Located<String>> written = section.get(WatchKeys.PATHS, List.of());
        // Whether they are paths at all: the service's folder makes no difference.
        written.forEach(path -> paths.path(path.value(), path.span()));
        List<String> watched = values(written);
        return Optional.of(new WatchSpec(
                watched.isEmpty() ? List.of(".") : watched,
                values(section.get(WatchKeys.IGNORE, List.of())),
                section.get(WatchKeys.DEBOUNCE, WatchSpec.DEFAULT_DEBOUNCE),
                section.get(WatchKeys.ACTION, new WatchSpec.Reaction.Restart())));
    }

    /** Whether another key is there that was said to be meant for the command. */
    private static boolean isMisspelt(Section section) {
        String command = ServiceKeys.COMMAND.name();
        for (String key : section.node().entries().keySet()) {
            if (ServiceKeys.KEYS.key(key) != null) {
                continue;
            }
            String advice = ServiceKeys.KEYS.advice(key);
            boolean foreign = advice != null && advice.contains("'" + command);
            if (foreign
                    || Suggestion.nearest(key, ServiceKeys.KEYS.names())
                            .filter(command::equals)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Path workingDir(Section section) {
        String written = section.get(ServiceKeys.WORKING_DIR);
        return written == null ? folder : paths.path(written, section.at(ServiceKeys.WORKING_DIR));
    }

    private @Nullable Backoff backoff(@Nullable Section section) {
        if (section == null) {
            return Backoff.DEFAULT;
        }
        Duration initial = section.get(BackoffKeys.INITIAL, Backoff.DEFAULT.initial());
        Duration max = section.get(BackoffKeys.MAX, Backoff.DEFAULT.max());
        if (max.compareTo(initial) < 0) {
            String message =
                    "backoff's max " + DurationText.of(max) + " is below its initial " + DurationText.of(initial);
            var at = section.has(BackoffKeys.MAX) ? BackoffKeys.MAX : BackoffKeys.INITIAL;
            faults.error("bad-backoff", message, section.at(at), "");
            return null;
        }
        return new Backoff(
                initial,
                max,
                section.get(BackoffKeys.MULTIPLIER, Backoff.DEFAULT.multiplier()),
                section.get(BackoffKeys.RESET_AFTER, Backoff.DEFAULT.resetAfter()));
    }

    private static Map<String, EnvironmentValue> environment(Draft draft) {
        Map<String, EnvironmentValue> environment = new LinkedHashMap<>();
        for (Map.Entry<String, Located<EnvironmentValue>> entry :
                draft.environment().entrySet()) {
            environment.put(entry.getKey(), entry.getValue().value());
        }
        return environment;
    }

    private static Set<Integer> exitCodes(Section section) {
        List<Located<Integer>> codes = section.get(ServiceKeys.SUCCESS_EXIT_CODES);
        return codes == null ? Set.of(0) : new LinkedHashSet<>(values(codes));
    }

    static <T> List<T> values(List<Located<T>> located) {
        List<T> values = new ArrayList<>(located.size());
        for (Located<T> each : located) {
            values.add(each.value());
        }
        return values;
    }

    static <T> Map<String, T> values(Map<String, Located<T>> located) {
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, Located<T>> each : located.entrySet()) {
            values.put(each.getKey(), each.getValue().value());
        }
        return values;
    }

    static Dependency dependency(String on, Section section) {
        return new Dependency(
                new ServiceId(on),
                section.get(DependencyKeys.CONDITION, Condition.READY),
                section.get(DependencyKeys.REQUIRED, true),
                section.get(DependencyKeys.RESTART, false));
    }
}
