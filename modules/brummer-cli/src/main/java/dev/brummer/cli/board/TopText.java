package dev.brummer.cli.board;

import dev.brummer.api.FleetUsage;
import dev.brummer.api.MemoryTrend;
import dev.brummer.api.UsageView;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a fleet uses as a table, the busiest first. */
public final class TopText {
    // By what is shown: rows that look alike would change places with every look.
    private static final Comparator<UsageView> BUSIEST = Comparator.comparing(
                    (UsageView usage) -> -Math.round(usage.processor().orElse(0.0) * 1000))
            .thenComparing(usage -> -Math.round(usage.residentBytes() / 1e6));

    private TopText() {}

    public static String of(FleetUsage usage, Page page) {
        Sheet sheet = page.sheet();
        Paint paint = page.paint();
        List<UsageView> running =
                usage.instances().stream().filter(each -> each.processes() > 0).sorted(BUSIEST).toList();
        var table = new Table(
                Column.words("SERVICE", 0, 8),
                Column.number("CPU", 0),
                Column.number("MEMORY", 0),
                Column.number("TREND", 1),
                Column.whole("", 1),
                Column.number("PROCESSES", 3),
                Column.number("PID", 2));
        for (UsageView each : running) {
            Optional<UsageView> some = Optional.of(each);
            boolean leak = each.trend().filter(MemoryTrend::leak).isPresent();
            table.row(
                    new Cell(
                            each.instance().label(),
                            text -> paint.service(each.instance().service().name(), text)),
                    Cell.of(UsageCells.processor(some)),
                    Cell.of(UsageCells.memory(some)),
                    Cell.of(each.trend().map(TopText::trend)),
                    new Cell(leak ? "leak?" : "", Cell.styled(paint, Paint.Style.WARNING)),
                    Cell.of(each.processes()),
                    Cell.of(UsageCells.pid(some)));
        }
        table.addTo(sheet);
        sheet.line(total(usage, running));
        return sheet.toString();
    }

    private static String trend(MemoryTrend trend) {
        return String.format(Locale.ROOT, "%+.0f MB/h", trend.megabytesPerHour() + 0.0).replace("-0 ", "+0 ");
    }

    private static String total(FleetUsage usage, List<UsageView> running) {
        double processor =
                running.stream().mapToDouble(each -> each.processor().orElse(0.0)).sum();
        long memory = running.stream().mapToLong(UsageView::residentBytes).sum();
        return Figures.count(running.size(), "service") + ": " + Figures.percent(processor) + " of "
                + Figures.count(usage.processors(), "processor") + ", " + Figures.bytes(memory) + " of "
                + Figures.bytes(usage.memoryBytes());
    }
}
