package dev.brummer.cli;

import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import java.util.List;

/** What may be started, as a table for a person. */
final class ScriptsText {
    private ScriptsText() {}

    static String of(List<ScriptRow> rows, Page page) {
        Sheet sheet = page.sheet();
        Paint paint = page.paint();
        var table = new Table(
                Column.words("SCRIPT", 0, 12),
                Column.whole("IS", 2),
                Column.whole("STAGE", 3),
                Column.words("RUNS", 0, 20),
                Column.words("IN", 1, 10));
        for (ScriptRow row : rows) {
            table.row(
                    new Cell(Printable.of(row.name()), Cell.styled(paint, Paint.Style.STRONG)),
                    Cell.of(row.kind().word()),
                    Cell.of(row.stage()),
                    Cell.of(Printable.of(row.runs())),
                    new Cell(Printable.of(row.folder()), Cell.styled(paint, Paint.Style.QUIET)));
        }
        table.addTo(sheet);
        return sheet.toString();
    }
}
