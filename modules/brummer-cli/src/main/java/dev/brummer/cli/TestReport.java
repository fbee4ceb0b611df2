package dev.brummer.cli;

import dev.brummer.api.SessionException;
import dev.brummer.api.WhyView;
import dev.brummer.cli.board.WhyText;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.Verdict;
import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.report.ErrorsText;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.SourceFiles;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of a test that has failed what is relevant: why services are not what they should be, and what went wrong. */
final class TestReport {
    private static final int MOST_LINES = 40;
    private static final int MOST_OF_A_SERVICE = 14;
    private static final int MOST_SERVICES = 3;

    private final Histories histories;
    private final Terminal terminal;

    @Inject
    TestReport(Histories histories, Terminal terminal) {
        this.histories = histories;
        this.terminal = terminal;
    }

    /**
     * What came of a test.
     *
     * @param why why services are not what they should be
     */
    record Findings(TestOutcome outcome, List<WhyView> why) {}

    /** Finds out what only a session can tell that is not over. */
    Findings find(TestOutcome outcome, TestBed bed) {
        List<WhyView> why = new ArrayList<>();
        if (isToBeTold(outcome)) {
            for (TestOutcome.Service service : culprits(outcome)) {
                try {
                    why.add(bed.session().why(service.instance().service().name()));
                } catch (SessionException e) {
                    // The outcome tells its state and reason, and the journal the rest.
                    break;
                }
            }
        }
        return new Findings(outcome, why);
    }

    private static boolean isToBeTold(TestOutcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Passed _, Verdict.Interrupted _ -> false;
            case Verdict.CommandFailed _,
                    Verdict.CommandNotStarted _,
                    Verdict.ServicesFailed _,
                    Verdict.FleetEnded _,
                    Verdict.TimedOut _ -> true;
        };
    }

    /** Those that have failed; where time ran out, those that hold the others up. */
    private static List<TestOutcome.Service> culprits(TestOutcome outcome) {
        List<TestOutcome.Service> failed = outcome.failed();
        List<TestOutcome.Service> late = outcome.services().stream()
                .filter(service -> !service.isUp() && service.state() != ServiceState.WAITING)
                .toList();
        return (failed.isEmpty() ? late : failed).stream().limit(MOST_SERVICES).toList();
    }

    /** Tells it on standard error, within a screen. */
    void tell(Findings findings, TestBed bed) {
        if (!isToBeTold(findings.outcome())) {
            return;
        }
        List<String> lines = new ArrayList<>();
        Page page = page(findings.outcome());
        findings.why().forEach(why -> add(WhyText.of(why, page), MOST_OF_A_SERVICE, lines));
        if (findings.outcome().ready().isPresent()) {
            add(errors(findings.outcome(), bed, page), MOST_LINES - lines.size(), lines);
        }
        if (!lines.isEmpty()) {
            terminal.complain(String.join("\n", lines));
        }
    }

    private static void add(String text, int most, List<String> lines) {
        List<String> all = text.lines().toList();
        if (all.isEmpty() || most < 2) {
            return;
        }
        lines.add("");
        lines.addAll(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most) {
            lines.add("  … " + (all.size() - most) + " more lines");
        }
    }

    private String errors(TestOutcome outcome, TestBed bed, Page page) {
        try (Archive archive = Archive.open(bed.start())) {
            ErrorBook book = histories.investigation(archive)
                    .errors()
                    .read(histories.bind(List.of("level:error", "since:" + outcome.begin()), archive));
            var files = new SourceFiles(histories.project());
            String text = new ErrorsText(page.paint(), page.columns(), page.zone(), files::of)
                    .of(book.groups(), book.untold());
            return text.isEmpty() ? "" : "errors while it ran:\n" + text;
        } catch (IOException e) {
            return "what went wrong cannot be read: " + e.getMessage();
        } catch (QueryException e) {
            throw new IllegalStateException("a query of Brummer's own", e);
        }
    }

    private Page page(TestOutcome outcome) {
        HostConsole console = terminal.errors();
        Set<ServiceId> services = new LinkedHashSet<>();
        outcome.services().forEach(service -> services.add(service.instance().service()));
        Paint paint = console.colour() ? new ReportPaint(services) : Paint.NONE;
        return new Page(paint, Math.min(console.columns(), TraceText.UNBOUNDED), ZoneId.systemDefault());
    }
}
