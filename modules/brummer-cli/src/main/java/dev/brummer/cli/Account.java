package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.core.supervision.Words;
import dev.brummer.server.ViewJson;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The account a command gives of what it had a fleet do: a line for each change as it comes, or all of it in one JSON
 * object at the end. For one thread.
 */
final class Account {
    private final Deed deed;
    private final Form form;
    private final Terminal terminal;
    private final Supplier<Instant> clock;
    private final Map<InstanceId, String> known = new HashMap<>();
    private final List<Told.Change> changes = new ArrayList<>();
    private FleetView latest;

    /** How it is given. */
    enum Form {
        TEXT,
        JSON,
        NOTHING;

        /** @throws UsageException if it is neither text nor JSON */
        static Form of(Command.Invocation invocation) throws UsageException {
            return Answering.json(invocation) ? JSON : TEXT;
        }
    }

    /**
     * What was done.
     *
     * @param action the verb
     * @param to the instances it is about
     * @param supervisor the process that was asked; empty where there is none any more
     */
    record Deed(String action, Set<InstanceId> to, Optional<Long> supervisor) {}

    /** @param from the fleet as it is; changes since then are told */
    Account(Deed deed, Form form, FleetView from, Terminal terminal, Supplier<Instant> clock) {
        this.deed = deed;
        this.form = form;
        this.terminal = terminal;
        this.clock = clock;
        this.latest = from;
        from.instances().forEach(instance -> known.put(instance.id(), words(instance)));
    }

    /** Takes note of where the fleet is now. */
    void saw(FleetView fleet) {
        latest = fleet;
        for (InstanceView instance : fleet.instances()) {
            String words = words(instance);
            if (!words.equals(known.put(instance.id(), words))) {
                changes.add(Told.Change.of(instance));
                say(instance.id().label() + " " + words);
            }
        }
    }

    /** Says something to a person. */
    void say(String line) {
        if (form == Form.TEXT) {
            terminal.print(line + "\n");
        }
    }

    /** The instances it is about. */
    Set<InstanceId> about() {
        return deed.to;
    }

    /** The fleet as it was seen last. */
    FleetView latest() {
        return latest;
    }

    /** Nobody waits for what comes of it. */
    ExitCode asked() {
        return end(Told.Result.ASKED, ExitCode.OK);
    }

    /**
     * It was waited for.
     *
     * @param limit how long at most; empty where there was no limit
     */
    ExitCode came(Goal.Progress progress, Goal goal, Optional<Duration> limit) {
        return switch (progress) {
            case THERE -> end(Told.Result.DONE, ExitCode.OK);
            case FAILED -> {
                complainOfWhatNobodyWasTold(goal);
                yield end(Told.Result.FAILED, ExitCode.FAILED);
            }
            case ON_ITS_WAY -> {
                terminal.complain("brum: not " + goal.word()
                        + limit.map(most -> " after " + Words.duration(most)).orElse(""));
                yield end(Told.Result.TIMED_OUT, ExitCode.TIMED_OUT);
            }
        };
    }

    /** It has ended with that code. */
    ExitCode ended(ExitCode code) {
        return end(Told.Result.of(code), code);
    }

    /** Of what failed meanwhile there is a line already. */
    private void complainOfWhatNobodyWasTold(Goal goal) {
        for (InstanceView instance : latest.instances()) {
            boolean failed = deed.to.contains(instance.id()) && goal.progress(instance) == Goal.Progress.FAILED;
            if (failed && changes.stream().noneMatch(change -> change.id().equals(instance.id()))) {
                terminal.complain("brum: " + instance.id().label() + " is " + words(instance)
                        + "; it will not be " + goal.word() + " by itself");
            }
        }
    }

    private ExitCode end(Told.Result result, ExitCode code) {
        if (form == Form.JSON) {
            List<InstanceView> instances =
                    latest.instances().stream().filter(each -> deed.to.contains(each.id())).toList();
            terminal.print(ViewJson.line(new Told(
                    latest.project(), clock.get(), deed.action, result.word(), deed.supervisor, instances, changes)));
        }
        return code;
    }

    private static String words(InstanceView instance) {
        return instance.state().word() + (instance.reason().isEmpty() ? "" : ": " + instance.reason());
    }
}
