package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Latency;
import dev.brummer.insight.view.Messages;
import dev.brummer.insight.view.Messages.Event;
import dev.brummer.insight.view.Messages.Receiver;
import dev.brummer.insight.view.Messages.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Messages as text: a sentence for each receiver that is missing or silent, and a table of all deliveries. */
public final class MessagesText {
    private static final String NOBODY = "(nobody)";

    private MessagesText() {}

    public static String of(Messages messages, Page page) {
        Sheet sheet = page.sheet();
        messages.events().forEach(event -> warn(event, messages.at(), sheet));
        sheet.gapBetween();
        var table = new Table(
                Column.words("EVENT", 0, 15),
                Column.words("PUBLISHED BY", 6, 12),
                Column.number("PUBLISHED", 2),
                Column.words("RECEIVED BY", 0, 11),
                Column.number("RECEIVED", 3),
                Column.number("BACKLOG", 0),
                Column.whole("TREND", 1),
                Column.number("LAG", 4),
                Column.number("WORST", 7));
        messages.events().forEach(event -> add(event, page.paint(), table));
        table.addTo(sheet);
        if (messages.others() > 0) {
            sheet.quiet(0, "… and " + Figures.count(messages.others(), "message") + " of further events");
        }
        return sheet.toString();
    }

    private static void warn(Event event, Instant now, Sheet sheet) {
        if (event.receivers().isEmpty()) {
            warn(event.name() + " was published " + Figures.times(event.published()) + " and never received", sheet);
        }
        for (Receiver receiver : event.receivers()) {
            receiver.silentSince().ifPresent(since -> warn(
                    receiver.service() + " has received no " + event.name() + " for "
                            + Figures.span(Duration.between(since, now)) + ", while they were published",
                    sheet));
        }
    }

    private static void warn(String sentence, Sheet sheet) {
        sheet.line(0, Optional.of(Style.WARNING), Links.ABSOLUTE, sentence);
    }

    private static void add(Event event, Paint paint, Table table) {
        if (event.receivers().isEmpty()) {
            Cell none = Cell.of("");
            Cell nobody = new Cell(NOBODY, Cell.styled(paint, Style.WARNING));
            table.row(
                    Cell.of(event.name()), publishers(event), Cell.of(event.published()), nobody, none, none, none,
                    none, none);
        }
        for (Receiver receiver : event.receivers()) {
            table.row(
                    Cell.of(event.name()),
                    publishers(event),
                    Cell.of(event.published()),
                    Cell.service(receiver.service().name(), paint),
                    Cell.of(receiver.received()),
                    Cell.of(receiver.backlog()),
                    trend(receiver, paint),
                    Cell.of(receiver.lag().map(Latency::p50).map(Figures::millis)),
                    Cell.of(receiver.lag().map(Latency::longest).map(Figures::millis)));
        }
    }

    private static Cell publishers(Event event) {
        String names = event.publishers().stream()
                .map(publisher -> publisher.service().name())
                .collect(Collectors.joining(", "));
        return Cell.of(names.isEmpty() ? NOBODY : names);
    }

    private static Cell trend(Receiver receiver, Paint paint) {
        return new Cell(
                receiver.trend().word(),
                receiver.trend() == Trend.RISING ? Cell.styled(paint, Style.WARNING) : UnaryOperator.identity());
    }
}
