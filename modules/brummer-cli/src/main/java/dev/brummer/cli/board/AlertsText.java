package dev.brummer.cli.board;

import dev.brummer.api.AlertView;
import dev.brummer.api.AlertView.Firing;
import dev.brummer.api.AlertsView;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The alerts of a fleet as text: a table of the rules, and one of what has fired, the newest first. */
public final class AlertsText {
    private static final int MOST_SHOWN = 20;

    private AlertsText() {}

    private record Fired(AlertView alert, Firing firing) {}

    public static String of(AlertsView alerts, Page page) {
        Sheet sheet = page.sheet();
        if (alerts.alerts().isEmpty()) {
            sheet.quiet(0, "no alerts: 'alerts' in brummer.yaml says of what somebody is told");
            return sheet.toString();
        }
        rules(alerts.alerts(), page.paint()).addTo(sheet);
        List<Fired> fired = alerts.alerts().stream()
                .flatMap(alert -> alert.firings().stream().map(firing -> new Fired(alert, firing)))
                .sorted(Comparator.comparing((Fired each) -> each.firing().isOn())
                        .thenComparing(each -> each.firing().began())
                        .reversed())
                .toList();
        sheet.gapBetween();
        firings(fired, alerts.time(), page).addTo(sheet);
        if (fired.size() > MOST_SHOWN) {
            sheet.quiet(0, "… and " + (fired.size() - MOST_SHOWN) + " more; --output json has them all");
        }
        return sheet.toString();
    }

    private static Table rules(List<AlertView> alerts, Paint paint) {
        var table = new Table(
                Column.words("ALERT", 0, 12),
                Column.words("WHEN", 2, 12),
                Column.words("SERVICES", 3, 8),
                Column.words("TO", 4, 6),
                Column.number("TIMES", 1),
                Column.whole("NOW", 0));
        for (AlertView alert : alerts) {
            table.row(
                    Cell.of(Printable.of(alert.name())),
                    Cell.of(alert.about().equals(alert.name()) ? "" : alert.about()),
                    Cell.of(alert.services().isEmpty()
                            ? "all"
                            : alert.services().stream().map(ServiceId::name).collect(Collectors.joining(" "))),
                    Cell.of(String.join(" ", alert.to())),
                    Cell.of(alert.times()),
                    new Cell(alert.isOn() ? "on" : "-", alert.isOn()
                            ? Cell.styled(paint, Paint.Style.WARNING)
                            : Cell.styled(paint, Paint.Style.QUIET)));
        }
        return table;
    }

    private static Table firings(List<Fired> fired, Instant now, Page page) {
        var table = new Table(
                Column.whole("BEGAN", 0),
                Column.number("LASTED", 1),
                Column.words("WHAT", 0, 20),
                Column.words("OVER", 2, 16),
                Column.words("ALERT", 3, 8));
        fired.stream().limit(MOST_SHOWN).forEach(each -> {
            Firing firing = each.firing();
            Duration lasted = Duration.between(firing.since(), firing.over().orElse(now));
            table.row(
                    Cell.of(Figures.seconds(firing.began(), page.zone())),
                    Cell.of(Figures.span(lasted)),
                    new Cell(Printable.of(firing.text()), firing.isOn()
                            ? Cell.styled(page.paint(), Paint.Style.WARNING)
                            : text -> text),
                    new Cell(firing.end().map(Printable::of).orElse("on"), firing.isOn()
                            ? Cell.styled(page.paint(), Paint.Style.WARNING)
                            : Cell.styled(page.paint(), Paint.Style.QUIET)),
                    new Cell(Printable.of(each.alert().name()), Cell.styled(page.paint(), Paint.Style.QUIET)));
        });
        return table;
    }
}
