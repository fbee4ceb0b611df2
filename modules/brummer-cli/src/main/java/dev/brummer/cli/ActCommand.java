package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.spi.InstanceId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum start}, {@code stop}, {@code restart} and {@code kill}: does something to services, and waits for it. */
final class ActCommand implements Command {
    private static final String BY = "brum ";

    private final RunningFleet running;
    private final SystemTime time;

    @Inject
    ActCommand(RunningFleet running, SystemTime time) {
        this.running = running;
        this.time = time;
    }

    /** All of them, in the order of the help. */
    static List<Verb> verbs() {
        return List.of(
                verb("start", "start services, and what they need", () -> awaiting(new Options())),
                verb("stop", "stop services, and leave the rest as it is", () -> awaiting(new Options())),
                verb("restart", "stop services and start them again", () -> awaiting(new Options()
                        .addOption(GlobalOptions.flag(null, "with-dependents", "what needs them starts again, too")))),
                verb("kill", "end services at once, or send them a signal", () -> awaiting(new Options()
                        .addOption(GlobalOptions.option(
                                "s", "signal", "SIGNAL", "send this to all processes instead, and leave it at that")))));
    }

    private static Options awaiting(Options options) {
        return options.addOption(GlobalOptions.flag(null, "no-wait", "do not wait for it to be done"))
                .addOption(Answering.timeout("wait no longer, and exit 124"))
                .addOption(Answering.output());
    }

    private static Verb verb(String name, String summary, Supplier<Options> options) {
        return Verb.operating(name, "SERVICE|STAGE…", summary, options, ActCommand.class);
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        List<String> words = typed.getArgList();
        if (words.isEmpty()) {
            throw new UsageException(invocation.verb() + " takes the services it is about"
                    + (invocation.verb().equals("stop") ? "; 'brum down' stops everything" : ""));
        }
        Optional<Duration> limit = Answering.timeout(typed);
        Account.Form form = Account.Form.of(invocation);
        return running.with(session -> {
            Set<InstanceId> instances = new LinkedHashSet<>(session.named(words));
            Optional<Goal> goal = goal(invocation);
            FleetView before = session.fleet();
            FleetView after = act(session, instances, invocation);
            var deed = new Account.Deed(invocation.verb(), instances, Optional.of(session.pid()));
            Account account = new Account(deed, form, after, running.terminal(), time::instant);
            if (goal.isEmpty() || typed.hasOption("no-wait")) {
                return account.asked();
            }
            var awaiting = new Awaiting(session, time, account);
            var progress = invocation.verb().equals("restart")
                    ? awaiting.untilAnew(goal.get(), before, limit)
                    : awaiting.until(goal.get(), limit);
            return account.came(progress, goal.get(), limit);
        });
    }

    /** Where it leads; empty where that is not known. */
    private static Optional<Goal> goal(Invocation invocation) {
        return switch (invocation.verb()) {
            case "start", "restart" -> Optional.of(Goal.READY);
            case "stop" -> Optional.of(Goal.STOPPED);
            case "kill" -> invocation.typed().hasOption("signal") ? Optional.empty() : Optional.of(Goal.STOPPED);
            default -> throw new IllegalArgumentException("'" + invocation.verb() + "' does nothing to services");
        };
    }

    private static FleetView act(Session session, Set<InstanceId> instances, Invocation invocation)
            throws SessionException {
        CommandLine typed = invocation.typed();
        String reason = BY + invocation.verb();
        return switch (invocation.verb()) {
            case "start" -> session.start(instances);
            case "stop" -> session.stop(instances, reason);
            case "restart" -> session.restart(instances, typed.hasOption("with-dependents"));
            case "kill" -> kill(session, instances, Optional.ofNullable(typed.getOptionValue("signal")), reason);
            default -> throw new IllegalArgumentException("'" + invocation.verb() + "' does nothing to services");
        };
    }

    private static FleetView kill(Session session, Set<InstanceId> instances, Optional<String> signal, String reason)
            throws SessionException {
        if (signal.isEmpty()) {
            return session.kill(instances, reason);
        }
        session.signal(instances, signal.get());
        return session.fleet();
    }
}
