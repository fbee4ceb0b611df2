package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Limits;
import dev.brummer.insight.view.Limits.Budget;
import java.util.OptionalLong;

/** Rate limits as a table, one row for each client of each. */
public final class LimitsText {
    private LimitsText() {}

    public static String of(Limits limits, Page page) {
        Sheet sheet = page.sheet();
        Paint paint = page.paint();
        var table = new Table(
                Column.words("SERVICE", 0, 8),
                Column.words("LIMITER", 3, 8),
                Column.words("CLIENT", 0, 8),
                Column.number("USED", 0),
                Column.number("PEAK", 4),
                Column.number("BLOCKED", 1),
                Column.number("429", 2),
                Column.whole("LAST SEEN", 5));
        for (Budget budget : limits.budgets()) {
            table.row(
                    Cell.service(budget.service().name(), paint),
                    Cell.of(budget.limiter()),
                    Cell.of(budget.client().orElse("(not told)")),
                    use(budget, paint),
                    Cell.of(number(budget.peak())),
                    Cell.alarming(budget.blocked(), paint, Style.ERROR),
                    Cell.alarming(budget.answered429(), paint, Style.ERROR),
                    new Cell(Figures.seconds(budget.last(), page.zone()), Cell.styled(paint, Style.QUIET)));
        }
        table.addTo(sheet);
        limits.others().ifPresent(others -> sheet.quiet(
                0,
                "… and further clients: " + Figures.count(others.allowed()) + " allowed, "
                        + Figures.count(others.blocked()) + " blocked, "
                        + Figures.count(others.answered429()) + " answered with 429"));
        return sheet.toString();
    }

    /** {@code 45/60}. */
    private static Cell use(Budget budget, Paint paint) {
        String used = number(budget.used());
        if (budget.budget().isEmpty()) {
            return Cell.of(used);
        }
        String text = (used.isEmpty() ? "?" : used) + "/" + number(budget.budget());
        return isUsedUp(budget) ? new Cell(text, Cell.styled(paint, Style.WARNING)) : Cell.of(text);
    }

    private static boolean isUsedUp(Budget budget) {
        return budget.budget().isPresent() && budget.used().orElse(0) >= budget.budget().getAsLong();
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Figures.count(number.getAsLong()) : "";
    }
}
