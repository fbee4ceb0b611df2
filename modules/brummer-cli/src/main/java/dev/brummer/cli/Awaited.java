package dev.brummer.cli;

import dev.brummer.core.supervision.Words;
import java.time.Duration;
import java.util.Optional;

/** What has come of waiting, as an exit code. */
final class Awaited {
    private Awaited() {}

    /** @param limit how long was waited at most; empty where there was no limit */
    static ExitCode code(Goal.Progress progress, Goal goal, Optional<Duration> limit, Terminal terminal) {
        return switch (progress) {
            case THERE -> ExitCode.OK;
            case FAILED -> ExitCode.FAILED;
            case ON_ITS_WAY -> {
                terminal.complain("brum: not " + goal.word()
                        + limit.map(most -> " after " + Words.duration(most)).orElse(""));
                yield ExitCode.TIMED_OUT;
            }
        };
    }
}
