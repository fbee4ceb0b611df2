package dev.brummer.cli;

import dev.brummer.cli.TestInquiry.Seen;
import dev.brummer.cli.board.WhyText;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of a test that has failed what is relevant: why services are not what they should be, and what went wrong. */
final class TestReport {
    private static final int MOST_LINES = 40;
    private static final int MOST_OF_A_SERVICE = 14;

    private final Terminal terminal;

    @Inject
    TestReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Tells it on standard error, within a screen. */
    void tell(Seen seen, TestErrors errors) {
        List<String> lines = new ArrayList<>();
        Page page = page(seen.outcome());
        seen.why().forEach(why -> add(WhyText.of(why, page), MOST_OF_A_SERVICE, lines));
        if (seen.outcome().ready().isPresent()) {
            add(errors.text(page), MOST_LINES - lines.size(), lines);
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
        // Saying that there is a line more takes as much room as the line.
        int shown = all.size() == most + 1 ? all.size() : Math.min(most, all.size());
        lines.add("");
        lines.addAll(all.subList(0, shown));
        if (all.size() > shown) {
            lines.add("  … " + Figures.count(all.size() - shown, "more line"));
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
