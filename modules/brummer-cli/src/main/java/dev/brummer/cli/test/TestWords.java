package dev.brummer.cli.test;

import dev.brummer.cli.test.Verdict.Phase;
import dev.brummer.core.supervision.Words;
import dev.brummer.insight.report.Cells;
import java.util.List;
import java.util.stream.Collectors;

/** A test in sentences, without a full stop. */
public final class TestWords {
    private static final int NAMED = 3;
    private static final int LONGEST_LINE = 60;

    private TestWords() {}

    /** What it came to, in one line. */
    public static String of(TestOutcome outcome) {
        String took = " after " + Words.duration(outcome.whole());
        return outcome.name() + switch (outcome.verdict()) {
            case Verdict.Passed() -> " passed in " + Words.duration(outcome.whole());
            case Verdict.CommandFailed(int code) -> " failed" + took + ": the command ended with " + code;
            case Verdict.CommandNotStarted(var why) -> " failed" + took + ": " + why;
            case Verdict.ServicesFailed(var phase) -> " failed" + took + ": " + failed(outcome, phase);
            case Verdict.FleetEnded(var phase) ->
                " failed" + took + ": somebody else ended the services" + while_(phase);
            case Verdict.TimedOut(var limit, var phase) ->
                " failed: not done within " + Words.duration(limit) + ", "
                        + (phase == Phase.RUNNING ? "while the command ran" : pending(outcome.services()));
            case Verdict.Interrupted(var by, _) -> " was interrupted by " + by + took;
        };
    }

    private static String while_(Phase phase) {
        return phase == Phase.RUNNING ? " while the command ran" : " before they were ready";
    }

    private static String failed(TestOutcome outcome, Phase phase) {
        String which = outcome.failed().isEmpty() ? "a service" : named(outcome.failed().stream()
                .map(service -> service.instance().label())
                .toList());
        return which + (phase == Phase.RUNNING ? " failed while the command ran" : " did not get ready");
    }

    /** Who is not ready, and why. */
    public static String pending(List<TestOutcome.Service> services) {
        List<String> pending = services.stream()
                .filter(service -> !service.isUp())
                .map(service -> service.instance().label() + " is " + service.state().word()
                        + (service.reason().isEmpty() ? "" : " (" + service.reason() + ")"))
                .toList();
        return pending.isEmpty() ? "all are ready" : named(pending);
    }

    /** The beginning of a command that may be long. */
    public static String oneLine(String command) {
        String first = command.lines().findFirst().orElse("");
        String marked = first.length() == command.length() ? first : first + " …";
        return Cells.cut(marked, LONGEST_LINE);
    }

    private static String named(List<String> words) {
        int more = words.size() - NAMED;
        return words.stream().limit(NAMED).collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }
}
