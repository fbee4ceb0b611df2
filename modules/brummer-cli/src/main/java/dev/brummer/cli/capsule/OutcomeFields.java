package dev.brummer.cli.capsule;

import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.TestWords;
import dev.brummer.cli.test.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a test as fields for JSON: strings, longs, and null for what never was. */
final class OutcomeFields {
    private OutcomeFields() {}

    static Map<String, @Nullable Object> of(TestOutcome outcome) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("test", outcome.name());
        fields.put("command", outcome.command());
        fields.put("verdict", word(outcome.verdict()));
        fields.put("exit", (long) outcome.verdict().exitCode());
        fields.put("words", TestWords.of(outcome));
        fields.put("begin", outcome.begin().toString());
        fields.put("ready_ms", millis(outcome.ready()));
        fields.put("ran_ms", millis(outcome.ran()));
        fields.put("whole_ms", outcome.whole().toMillis());
        return fields;
    }

    private static @Nullable Object millis(Optional<Duration> duration) {
        return duration.isPresent() ? (Object) duration.get().toMillis() : null;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.CommandFailed _ -> "command-failed";
            case Verdict.CommandNotStarted _ -> "command-not-started";
            case Verdict.ServicesFailed _ -> "services-failed";
            case Verdict.FleetEnded _ -> "services-ended";
            case Verdict.TimedOut _ -> "timed-out";
            case Verdict.Interrupted _ -> "interrupted";
        };
    }
}
