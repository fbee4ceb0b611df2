package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Breakers;
import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.insight.view.Breakers.Unattributed;
import dev.brummer.spi.Fact.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Circuit breakers as text: a sentence for each that is not closed, and a table of all. */
public final class BreakersText {
    private BreakersText() {}

    public static String of(Breakers breakers, Page page) {
        Sheet sheet = page.sheet();
        for (Breaker breaker : breakers.breakers()) {
            if (breaker.state() != BreakerState.CLOSED) {
                sheet.line(0, style(breaker.state()), Links.ABSOLUTE, sentence(breaker, breakers.at()));
            }
        }
        sheet.gapBetween();
        table(breakers, page).addTo(sheet);
        for (Unattributed said : breakers.unattributed()) {
            sheet.quiet(0, sentence(said));
        }
        if (breakers.others() > 0) {
            sheet.quiet(0, "… and " + Figures.count(breakers.others(), "change") + " of further breakers");
        }
        return sheet.toString();
    }

    /** {@code payments breaker in orders is open for 12 s, opened 3 times}. */
    public static String sentence(Breaker breaker, Instant now) {
        String trips = breaker.trips() == 0 ? "never opened" : "opened " + Figures.times(breaker.trips());
        return breaker.target().map(target -> target + " breaker").orElse("a breaker")
                + " in " + breaker.emitter().label()
                + " is " + breaker.state().word()
                + " for " + Figures.span(Duration.between(breaker.since(), now))
                + ", " + trips;
    }

    private static String sentence(Unattributed said) {
        return said.emitter().label() + " said " + Figures.times(said.times()) + " that a breaker is "
                + said.state().word() + ", which could be one of several";
    }

    private static Table table(Breakers breakers, Page page) {
        Paint paint = page.paint();
        var table = new Table(
                Column.words("SERVICE", 0, 8),
                Column.words("BREAKER", 0, 12),
                Column.whole("STATE", 0),
                Column.number("FOR", 2),
                Column.number("OPENED", 1),
                Column.words("LATEST CHANGES", 3, 18));
        for (Breaker breaker : breakers.breakers()) {
            UnaryOperator<String> painted = text -> style(breaker.state())
                    .map(style -> paint.styled(style, text))
                    .orElse(text);
            table.row(
                    new Cell(
                            breaker.emitter().label(),
                            text -> paint.service(breaker.emitter().service().name(), text)),
                    Cell.of(breaker.target().orElse("(not named)")),
                    new Cell(breaker.state().word(), painted),
                    Cell.of(Figures.span(Duration.between(breaker.since(), breakers.at()))),
                    Cell.of(breaker.trips()),
                    new Cell(changes(breaker, page.zone()), Cell.styled(paint, Style.QUIET)));
        }
        return table;
    }

    /** The latest stand first: what does not fit is what was before. */
    private static String changes(Breaker breaker, ZoneId zone) {
        return breaker.changes().reversed().stream()
                .map(change -> Figures.seconds(change.time(), zone) + " " + change.state().word())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Style> style(BreakerState state) {
        return switch (state) {
            case OPEN -> Optional.of(Style.ERROR);
            case HALF_OPEN -> Optional.of(Style.WARNING);
            case CLOSED -> Optional.empty();
        };
    }
}
