package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Latency;
import dev.brummer.insight.view.Requests;
import dev.brummer.insight.view.Requests.Route;
import dev.brummer.insight.view.Requests.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Requests by service and route as two tables: since the first request, and in the last minute. */
public final class RequestsText {
    private RequestsText() {}

    public static String of(Requests requests, Page page) {
        Sheet sheet = page.sheet();
        sheet.quiet(0, "since the first request");
        table(requests.routes(), Route::whole, RequestsText::slowest, page.paint()).addTo(sheet);
        sheet.gap();
        List<Route> lately = requests.routes().stream()
                .filter(route -> route.lastMinute().answered() > 0)
                .toList();
        sheet.quiet(0, lately.isEmpty() ? "none in the last minute" : "in the last minute");
        table(lately, Route::lastMinute, _ -> "", page.paint()).addTo(sheet);
        return sheet.toString();
    }

    private static Table table(
            List<Route> routes, Function<Route, Traffic> part, Function<Route, String> slowest, Paint paint) {
        var table = new Table(
                Column.words("SERVICE", 0, 8),
                Column.words("ROUTE", 0, 20),
                Column.number("REQUESTS", 3),
                Column.number("PER S", 1),
                Column.number("4XX", 7),
                Column.number("5XX", 6),
                Column.number("ERRORS", 2),
                Column.number("P50", 4),
                Column.number("P95", 2),
                Column.number("P99", 5),
                Column.words("SLOWEST", 8, 14));
        for (Route route : routes) {
            Traffic traffic = part.apply(route);
            table.row(
                    Cell.service(route.service().name(), paint),
                    Cell.of(route.name().map(Requests.Name::toString).orElse("other routes")),
                    Cell.of(traffic.answered()),
                    Cell.of(Figures.rate(traffic.perSecond())),
                    Cell.of(traffic.clientErrors()),
                    Cell.alarming(traffic.serverErrors(), paint, Style.ERROR),
                    errors(traffic, paint),
                    latency(traffic, Latency::p50),
                    latency(traffic, Latency::p95),
                    latency(traffic, Latency::p99),
                    new Cell(slowest.apply(route), Cell.styled(paint, Style.QUIET)));
        }
        return table;
    }

    private static Cell errors(Traffic traffic, Paint paint) {
        String percent = Figures.percent(traffic.errorRate());
        return traffic.serverErrors() == 0
                ? Cell.of(percent)
                : new Cell(percent, Cell.styled(paint, Style.ERROR));
    }

    private static Cell latency(Traffic traffic, Function<Latency, Duration> part) {
        return Cell.of(traffic.latency().map(part).map(Figures::millis).orElse("?"));
    }

    private static String slowest(Route route) {
        return route.slowest().stream()
                .map(slow -> slow.id() + " " + Figures.millis(slow.took()))
                .collect(Collectors.joining(", "));
    }
}
