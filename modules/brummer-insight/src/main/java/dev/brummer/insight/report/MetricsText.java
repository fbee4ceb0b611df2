package dev.brummer.insight.report;

import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Metrics;
import dev.brummer.insight.view.Metrics.Series;

/** What services measure of themselves as a table, one row for each name. */
public final class MetricsText {
    private MetricsText() {}

    public static String of(Metrics metrics, Page page) {
        Sheet sheet = page.sheet();
        var table = new Table(
                Column.words("SERVICE", 0, 8),
                Column.words("METRIC", 0, 18),
                Column.number("LAST", 0),
                Column.number("PER S", 1),
                Column.number("MIN", 3),
                Column.number("MAX", 2),
                Column.whole("COURSE", 4));
        for (Series series : metrics.series()) {
            String label = series.service() + (series.copy() == 0 ? "" : "-" + series.copy());
            table.row(
                    new Cell(label, text -> page.paint().service(series.service(), text)),
                    Cell.of(series.name()),
                    Cell.of(Figures.number(series.last())),
                    Cell.of(series.perSecond().isPresent() ? Figures.rate(series.perSecond().getAsDouble()) : ""),
                    Cell.of(Figures.number(series.min())),
                    Cell.of(Figures.number(series.max())),
                    Cell.of(Sparkline.of(series.samples())));
        }
        table.addTo(sheet);
        if (metrics.others() > 0) {
            sheet.quiet(0, "… and " + Figures.count(metrics.others(), "value") + " of further names");
        }
        return sheet.toString();
    }
}
