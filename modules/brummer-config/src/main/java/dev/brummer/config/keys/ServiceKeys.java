package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NameShape;
import dev.brummer.config.shape.NamedShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ConsoleMode;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceType;
import dev.brummer.core.model.VersionRange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a service. */
public final class ServiceKeys {
    public static final Key<ServiceType> TYPE = Key.of(
                    "type",
                    Scalars.words("wrong-type", ordered("service", ServiceType.SERVICE, "task", ServiceType.TASK)),
                    "A service runs until it is stopped; a task is expected to finish, and is ready when it has exited"
                            + " with 0 and its readiness checks, if it has any, have passed.")
            .otherwise("service");
    public static final Key<String> STAGE =
            Key.of("stage", new NameShape("stage"), "The stage it belongs to; it waits for the stages before.");
    public static final Key<Command> COMMAND = Key.of(
            "command", new CommandShape(), "What to run: a line is run with sh -c, a list of words without a shell.");
    public static final Key<String> WORKING_DIR = Key.of(
                    "working_dir", Scalars.text("a path"), "The folder it runs in, relative to the project's folder.")
            .otherwise("the project's folder");
    public static final Key<Map<String, Located<EnvironmentValue>>> ENVIRONMENT = Key.of(
            "environment",
            new EnvironmentShape(),
            "Variables of this service; they beat every other but --env. A variable without value is the caller's.");
    public static final Key<List<Located<Section>>> ENV_FILE = Key.of(
            "env_file",
            EnvFileKeys.LIST,
            "Files of NAME=value lines; 'environment' beats them, a later file an earlier one.");
    public static final Key<List<Located<PortClaim>>> PORTS = Key.of(
            "ports",
            new ListShape<>(new PortShape(), true),
            "TCP ports it listens on, checked before the start and watched afterwards; 'auto' picks a free one and"
                    + " sets PORT.");
    public static final Key<List<Entry>> READINESS = Key.of(
                    "readiness",
                    new UsesShape("check", false, false),
                    "A check, or a list of checks, that must pass once before dependents start. Those of a task are"
                            + " asked once its command has ended: they are about what it has left behind, such as"
                            + " containers.")
            .otherwise("it listens on its ports; a task has none");
    public static final Key<HealthShape.Health> HEALTHCHECK = Key.of(
            "healthcheck",
            new HealthShape(),
            "A check that is asked again and again; the service is ready once it passes. A task is asked if it has a"
                    + " 'stop_command'.");
    public static final Key<Duration> START_TIMEOUT = Key.of(
                    "start_timeout", Durations.positive(), "If it is not ready after this time, its start has failed.")
            .otherwise("2m");
    public static final Key<RestartPolicy> RESTART = Key.of(
                    "restart",
                    RestartShape.shape(),
                    "Whether it is started again when it ends and nobody asked for it.")
            .otherwise("no");
    public static final Key<Section> BACKOFF =
            Key.of("backoff", new SectionShape("", BackoffKeys.KEYS), "How long to wait before restarts.");
    public static final Key<List<Located<Integer>>> SUCCESS_EXIT_CODES = Key.of(
                    "success_exit_codes",
                    new ListShape<>(Scalars.whole("an exit code", "wrong-type", 0, 255), false),
                    "Exit codes that are no failure.")
            .otherwise("0");
    public static final Key<PosixSignal> STOP_SIGNAL = Key.of(
                    "stop_signal",
                    Scalars.words("unknown-signal", signals()).as("a signal such as SIGTERM or SIGINT"),
                    "The signal that asks it to stop.")
            .otherwise("SIGTERM");
    public static final Key<Duration> STOP_GRACE_PERIOD = Key.of(
                    "stop_grace_period", Durations.any(), "How long it may take to stop before it is killed.")
            .otherwise("10s");
    public static final Key<Command> STOP_COMMAND = Key.of(
            "stop_command",
            new CommandShape(),
            "Run to stop it, instead of sending the signal. A task that has one starts something that lives on without"
                    + " it, as containers do: it is ready when it has exited 0 and its checks have passed, until its"
                    + " stop command has been run. That may take the grace period; while the task's own command runs,"
                    + " the signal ends that first. A kill does not run it, and where brum itself is killed, nobody"
                    + " can.");
    public static final Key<Integer> SCALE = Key.of(
                    "scale", Scalars.whole("a whole number", "wrong-type", 1, 100), "How many copies of it run.")
            .otherwise("1");
    public static final Key<Boolean> OPTIONAL = Key.of(
                    "optional", Scalars.flag(), "With true the stages after its own do not wait for it.")
            .otherwise("false");
    public static final Key<Map<String, Located<Section>>> DEPENDS_ON = Key.of(
            "depends_on",
            new NamedShape<>("service", new SectionShape("dependency", DependencyKeys.KEYS), true),
            "Services that must be ready before it starts; a map says more about each.");
    public static final Key<List<Located<String>>> PROFILES = Key.of(
                    "profiles",
                    new ListShape<>(new NameShape("profile"), true),
                    "The profiles it exists in; naming it on the command line enables it too.")
            .otherwise("all");
    public static final Key<List<Located<String>>> ALIASES =
            Key.of("aliases", new ListShape<>(Scalars.text("a name"), false), "Other names it goes by in log lines and on the command line.");
    public static final Key<ConsoleMode> CONSOLE = Key.of(
                    "console",
                    Scalars.words(
                            "wrong-type",
                            ordered("all", ConsoleMode.ALL, "errors", ConsoleMode.ERRORS, "off", ConsoleMode.OFF)),
                    "What the console shows of its output; everything is stored.")
            .otherwise("all");
    public static final Key<Map<String, Located<VersionRange>>> REQUIRES =
            Key.of("requires", RequiresShape.SHAPE, "Versions that programs must have for this service; brum doctor checks.");

    public static final Key<Section> WATCH = Key.of(
            "watch",
            new ShortShape(new SectionShape("", WatchKeys.KEYS), WatchKeys.PATHS, "a list of paths or a map"),
            "Restarts it, or runs a command, when files change; begins once it has been ready. Left out are what"
                    + " .gitignore names and the usual heavy folders, such as node_modules and target.");

    public static final Key<Boolean> TTY = Key.of(
                    "tty",
                    Scalars.flag(),
                    "With true it runs on a terminal of its own, for programs that a person types to, or that do less without"
                            + " one. All its output is one stream then, and TERM is xterm-256color unless 'environment'"
                            + " says otherwise. An interactive shell ignores SIGTERM: give it 'stop_signal: SIGHUP'.")
            .otherwise("false");

    public static final KeySet KEYS = KeySet.extensible(
                    TYPE,
                    STAGE,
                    COMMAND,
                    WORKING_DIR,
                    ENVIRONMENT,
                    ENV_FILE,
                    PORTS,
                    READINESS,
                    HEALTHCHECK,
                    START_TIMEOUT,
                    RESTART,
                    BACKOFF,
                    SUCCESS_EXIT_CODES,
                    STOP_SIGNAL,
                    STOP_GRACE_PERIOD,
                    STOP_COMMAND,
                    SCALE,
                    OPTIONAL,
                    DEPENDS_ON,
                    PROFILES,
                    ALIASES,
                    CONSOLE,
                    REQUIRES,
                    WATCH,
                    TTY)
            .foreign(ForeignKeys.SERVICE);

    private ServiceKeys() {}

    static <T> Map<String, T> ordered(String firstName, T first, String secondName, T second) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(firstName, first);
        words.put(secondName, second);
        return words;
    }

    private static <T> Map<String, T> ordered(String a, T first, String b, T second, String c, T third) {
        Map<String, T> words = ordered(a, first, b, second);
        words.put(c, third);
        return words;
    }

    private static Map<String, PosixSignal> signals() {
        Map<String, PosixSignal> signals = new LinkedHashMap<>();
        for (PosixSignal signal : PosixSignal.values()) {
            signals.put(signal.name(), signal);
        }
        for (PosixSignal signal : PosixSignal.values()) {
            signals.put(signal.name().substring("SIG".length()), signal);
        }
        return signals;
    }
}
