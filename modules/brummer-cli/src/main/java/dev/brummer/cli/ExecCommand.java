package dev.brummer.cli;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.ForegroundCommand;
import dev.brummer.spi.CommandLine;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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

    /** What a shell exits with where there is no such program. */
    private static final Outcome NOT_FOUND = new Outcome.Passed(127);

    /** What is said of a terminal, which is another one than that of the fleet. */
    private static final Set<String> OF_TERMINAL = Set.of("TERM", "COLORTERM", "COLUMNS", "LINES");

    private final RunningFleet running;
    private final SignalTraps signals;
    private final CallerEnvironment caller;
    private final CallerLimits limits;

    @Inject
    ExecCommand(RunningFleet running, SignalTraps signals, CallerEnvironment caller, CallerLimits limits) {
        this.running = running;
        this.signals = signals;
        this.caller = caller;
        this.limits = limits;
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

    private Outcome execute(CommandLine command, EnvironmentView environment) {
        AtomicReference<@Nullable ForegroundCommand> started = new AtomicReference<>();
        signals.handOn(signal -> {
            ForegroundCommand runs = started.get();
            if (runs != null) {
                runs.signal(signal);
            }
        });
        try {
            ForegroundCommand runs =
                    ForegroundCommand.start(command, environment.folder(), variables(environment), limits);
            started.set(runs);
            return new Outcome.Passed(runs.await());
        } catch (StartFailedException e) {
            running.terminal().complain("brum: " + e.getMessage());
            return NOT_FOUND;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command", e);
        }
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
