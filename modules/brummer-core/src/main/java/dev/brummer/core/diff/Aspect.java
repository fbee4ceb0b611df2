package dev.brummer.core.diff;

import dev.brummer.core.model.Command;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.supervision.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a service's declaration may be another: one for each key, and what it takes for a running fleet. */
enum Aspect {
    TYPE("type", "type", true, spec -> lower(spec.type())),
    STAGE("stage", "stage", false, spec -> spec.stage().map(stage -> stage.name()).orElse("none")),
    COMMAND("command", "command", true, spec -> command(spec.command())),
    WORKING_DIR("workingDir", "working_dir", true, spec -> spec.workingDir().toString()),
    // Variable by variable, and never with its value.
    ENVIRONMENT("environment", "environment", true, _ -> ""),
    PORTS("ports", "ports", true, spec -> joined(spec.ports(), Aspect::port)),
    // What a check has said so far counts by the rule it was asked by: it begins anew, with its run.
    READINESS("readiness", "readiness", true, spec -> joined(spec.readiness(), PluginUse::kind)),
    HEALTHCHECK(
            "healthcheck",
            "healthcheck",
            true,
            spec -> spec.healthcheck().map(HealthSpec::check).map(PluginUse::kind).orElse("none")),
    START_TIMEOUT("startTimeout", "start_timeout", false, spec -> Words.duration(spec.startTimeout())),
    RESTART("restart", "restart", false, spec -> policy(spec.restart())),
    BACKOFF("backoff", "backoff", false, _ -> ""),
    SUCCESS_EXIT_CODES(
            "successExitCodes",
            "success_exit_codes",
            false,
            spec -> joined(spec.successExitCodes().stream().sorted().toList(), String::valueOf)),
    STOP_SIGNAL("stopSignal", "stop_signal", false, spec -> spec.stopSignal().name()),
    STOP_GRACE_PERIOD("stopGracePeriod", "stop_grace_period", false, spec -> Words.duration(spec.stopGracePeriod())),
    STOP_COMMAND("stopCommand", "stop_command", false, spec -> spec.stopCommand().map(Aspect::command).orElse("none")),
    // Copies come and go by themselves; see Differences.
    SCALE("scale", "scale", false, spec -> Integer.toString(spec.scale())),
    OPTIONAL("optional", "optional", false, spec -> Boolean.toString(spec.optional())),
    // Edge by edge.
    DEPENDS_ON("dependsOn", "depends_on", false, _ -> ""),
    PROFILES("profiles", "profiles", false, spec -> joined(List.copyOf(spec.profiles()), name -> name)),
    ALIASES("aliases", "aliases", false, spec -> joined(spec.aliases(), name -> name)),
    CONSOLE("console", "console", false, spec -> lower(spec.console())),
    REQUIRES("requires", "requires", false, _ -> ""),
    WATCH("watch", "watch", false, _ -> ""),
    TTY("tty", "tty", true, spec -> Boolean.toString(spec.tty()));

    private final String component;
    private final String key;
    private final boolean restarts;
    private final Function<ServiceSpec, String> text;

    Aspect(String component, String key, boolean restarts, Function<ServiceSpec, String> text) {
        this.component = component;
        this.key = key;
        this.restarts = restarts;
        this.text = text;
    }

    /** The component of {@link ServiceSpec} that holds it. */
    String component() {
        return component;
    }

    /** The key as the file has it. */
    String key() {
        return key;
    }

    /** Whether a run that goes on would be another one with it. */
    boolean restarts() {
        return restarts;
    }

    /** What stands there, for a person; empty where it is not to be shown. */
    String text(ServiceSpec spec) {
        return text.apply(spec);
    }

    /** What stands there, to be compared. */
    Object value(ServiceSpec spec) {
        return switch (this) {
            case TYPE -> spec.type();
            case STAGE -> spec.stage();
            case COMMAND -> spec.command();
            case WORKING_DIR -> spec.workingDir();
            case ENVIRONMENT -> spec.environment();
            case PORTS -> spec.ports();
            case READINESS -> spec.readiness();
            case HEALTHCHECK -> spec.healthcheck();
            case START_TIMEOUT -> spec.startTimeout();
            case RESTART -> spec.restart();
            case BACKOFF -> spec.backoff();
            case SUCCESS_EXIT_CODES -> spec.successExitCodes();
            case STOP_SIGNAL -> spec.stopSignal();
            case STOP_GRACE_PERIOD -> spec.stopGracePeriod();
            case STOP_COMMAND -> spec.stopCommand();
            case SCALE -> spec.scale();
            case OPTIONAL -> spec.optional();
            case DEPENDS_ON -> spec.dependsOn();
            case PROFILES -> spec.profiles();
            case ALIASES -> spec.aliases();
            case CONSOLE -> spec.console();
            case REQUIRES -> spec.requires();
            case WATCH -> spec.watch();
            case TTY -> spec.tty();
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> String joined(List<T> values, Function<T, String> word) {
        return values.isEmpty() ? "none" : values.stream().map(word).collect(Collectors.joining(", "));
    }

    private static String command(Command command) {
        return switch (command) {
            case Command.Shell(var line) -> line.source();
            case Command.Words(var words) -> words.stream().map(Template::source).collect(Collectors.joining(" "));
        };
    }

    private static String port(PortClaim claim) {
        return switch (claim) {
            case PortClaim.Fixed(int port) -> Integer.toString(port);
            case PortClaim.Auto() -> "auto";
        };
    }

    private static String policy(RestartPolicy policy) {
        return switch (policy) {
            case RestartPolicy.Never() -> "no";
            case RestartPolicy.Always() -> "always";
            case RestartPolicy.OnFailure(var limit) ->
                limit.isPresent() ? "on-failure:" + limit.getAsInt() : "on-failure";
            case RestartPolicy.UnlessStopped() -> "unless-stopped";
        };
    }
}
