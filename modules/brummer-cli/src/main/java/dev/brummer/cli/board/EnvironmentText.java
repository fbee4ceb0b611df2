package dev.brummer.cli.board;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;

/** An environment as a table. */
public final class EnvironmentText {
    private EnvironmentText() {}

    public static String of(EnvironmentView environment, Page page) {
        Sheet sheet = page.sheet();
        Paint paint = page.paint();
        var table = new Table(Column.words("NAME", 0, 12), Column.words("VALUE", 0, 12), Column.words("FROM", 1, 8));
        for (VariableView variable : environment.variables()) {
            Cell value = variable.masked()
                    ? new Cell(Printable.of(variable.value()), Cell.styled(paint, Paint.Style.QUIET))
                    : Cell.of(Printable.of(variable.value()));
            table.row(
                    Cell.of(variable.name()),
                    value,
                    new Cell(variable.from(), Cell.styled(paint, Paint.Style.QUIET)));
        }
        table.addTo(sheet);
        return sheet.toString();
    }
}
