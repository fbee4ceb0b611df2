package dev.brummer.cli.board;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A fleet as a table: what {@code brum ps} and {@code /ps} show. */
public final class PsText {
    private PsText() {}

    /** @param instances those to be shown */
    public static String of(List<InstanceView> instances, Instant now, Page page) {
        Sheet sheet = page.sheet();
        Paint paint = page.paint();
        var table = new Table(
                Column.words("SERVICE", 0, 16),
                Column.whole("STAGE", 4),
                Column.whole("STATE", 0),
                Column.number("FOR", 3),
                Column.number("RUN", 5),
                Column.number("RESTARTS", 4),
                Column.words("PORTS", 2, 5),
                Column.number("PID", 8),
                Column.number("CPU", 7),
                Column.number("MEMORY", 6),
                Column.words("REASON", 1, 16));
        for (InstanceView instance : instances) {
            table.row(
                    new Cell(instance.id().label(), text -> paint.service(instance.id().service().name(), text)),
                    new Cell(instance.stage().orElse(""), Cell.styled(paint, Paint.Style.QUIET)),
                    StateStyle.cell(instance.state(), paint),
                    Cell.of(instance.since().map(since -> Figures.span(Duration.between(since, now)))),
                    Cell.of(instance.run() == 0 ? "" : Figures.count(instance.run())),
                    Cell.alarming(instance.restarts(), paint, Paint.Style.WARNING),
                    Cell.of(instance.ports().stream().map(String::valueOf).collect(Collectors.joining(" "))),
                    Cell.of(UsageCells.pid(instance.usage())),
                    Cell.of(UsageCells.processor(instance.usage())),
                    Cell.of(UsageCells.memory(instance.usage())),
                    new Cell(instance.reason(), Cell.styled(paint, Paint.Style.QUIET)));
        }
        table.addTo(sheet);
        return sheet.toString();
    }

    /** {@code shop: 5 of 6 up, 1 failed}. */
    public static String summary(FleetView fleet) {
        long up = fleet.instances().stream().filter(InstanceView::isUp).count();
        long failed = fleet.instances().stream()
                .filter(instance -> instance.state() == ServiceState.FAILED)
                .count();
        return fleet.project() + ": " + up + " of " + fleet.instances().size() + " up"
                + (failed == 0 ? "" : ", " + failed + " failed")
                + (fleet.ending() ? ", and everything is ending" : "");
    }
}
