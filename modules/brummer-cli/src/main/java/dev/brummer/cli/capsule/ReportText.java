package dev.brummer.cli.capsule;

import dev.brummer.api.FleetView;
import dev.brummer.api.WhyView;
import dev.brummer.cli.board.PsText;
import dev.brummer.cli.board.WhyText;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.TestWords;
import dev.brummer.core.supervision.Words;
import dev.brummer.insight.report.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The report of a capsule: all that one wants to read first, on a page or two. */
final class ReportText {
    private ReportText() {}

    /**
     * Writes it.
     *
     * @param fleet where every service was; empty where nobody could tell
     * @param errors as text; may be empty
     * @param machine what it ran on, in a line
     */
    static String of(
            TestOutcome outcome, Optional<FleetView> fleet, List<WhyView> why, String errors, String machine, Page page) {
        Instant end = outcome.begin().plus(outcome.whole());
        StringBuilder text = new StringBuilder(TestWords.of(outcome)).append("\n\n");
        row("command", outcome.command().lines().findFirst().orElse(""), text);
        row("began", outcome.begin().truncatedTo(ChronoUnit.MILLIS).toString(), text);
        row("ready", after(outcome.ready(), "never: the services did not get ready", "after "), text);
        row("ran", after(outcome.ran(), "never", "for "), text);
        row("on", machine, text);
        fleet.ifPresent(seen -> section(PsText.of(seen.instances(), end, page), text));
        why.forEach(each -> section(WhyText.of(each, page), text));
        section(errors, text);
        return text.toString();
    }

    private static String after(Optional<Duration> duration, String never, String word) {
        return duration.map(took -> word + Words.duration(took)).orElse(never);
    }

    private static void row(String name, String value, StringBuilder text) {
        text.append(name).append(" ".repeat(9 - name.length())).append(value).append('\n');
    }

    private static void section(String content, StringBuilder text) {
        if (!content.isBlank()) {
            text.append('\n').append(content.stripTrailing()).append('\n');
        }
    }
}
