package dev.brummer.cli;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.CommandLine;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code brum exec}: runs a command as if a service had, with the terminal of whoever typed it. */
final class ExecCommand implements Command {
    static final Verb VERB = new Verb(
            "exec",
            "SERVICE -- COMMAND…",
            "run a command in the folder and environment of a service",
            () -> new Options().addOption(OneInstance.option()),
            Verb.Overrides.NONE,
            Verb.Operands.COMMAND,
            ExecCommand.class);

    /** What is said of a terminal, which is another one than that of the fleet. */
    private static final Set<String> OF_TERMINAL = Set.of("TERM", "COLORTERM", "COLUMNS", "LINES");

    private final RunningFleet running;
    private final InForeground foreground;
    private final CallerEnvironment caller;

    @Inject
    ExecCommand(RunningFleet running, InForeground foreground, CallerEnvironment caller) {
        this.running = running;
        this.foreground = foreground;
        this.caller = caller;
    }

    @Override
    public Outcome run(Invocation invocation) throws UsageException {
        OneInstance one = OneInstance.of(invocation);
        List<String> words = invocation.typed().getArgList().subList(1, invocation.typed().getArgList().size());
        if (words.isEmpty()) {
            throw new UsageException("exec needs a command: brum exec " + one.word() + " -- env");
        }
        AtomicReference<@Nullable EnvironmentView> found = new AtomicReference<>();
        ExitCode asked = running.with(session -> {
            found.set(session.environment(one.in(session), true));
            return ExitCode.OK;
        });
        EnvironmentView environment = found.get();
        return environment == null ? asked : execute(CommandWords.command(words), environment);
    }

    private Outcome execute(CommandLine command, EnvironmentView environment) throws UsageException {
        var order = new StartOrder(
                environment.instance(), 0, command, environment.folder(), variables(environment), List.of());
        return foreground.run(order, ServiceSpec.DEFAULT_STOP_GRACE_PERIOD, UnaryOperator.identity());
    }

    private Map<String, String> variables(EnvironmentView environment) {
        Map<String, String> variables = new HashMap<>();
        for (VariableView variable : environment.variables()) {
            variables.put(variable.name(), variable.value());
        }
        for (VariableView variable : environment.variables()) {
            if (OF_TERMINAL.contains(variable.name()) && variable.from().equals("the caller")) {
                variables.remove(variable.name());
            }
        }
        OF_TERMINAL.stream()
                .filter(name -> caller.variables().containsKey(name))
                .forEach(name -> variables.putIfAbsent(name, caller.variables().getOrDefault(name, "")));
        return variables;
    }
}
