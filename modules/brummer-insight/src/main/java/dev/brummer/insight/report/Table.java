package dev.brummer.insight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows and columns as wide as what is in them. Where the terminal is too narrow, the least important columns are left
 * out first, and what may be cut is cut; so is a column in which nothing is. For one thread.
 */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * One column.
     *
     * @param rank 0 for one that always stays; of the others, the greatest is left out first
     * @param least how far it may be cut
     * @param right whether it stands to the right, as numbers do
     */
    public record Column(String head, int rank, int least, boolean right) {
        /** Words that may be cut. */
        public static Column words(String head, int rank, int least) {
            return new Column(head, rank, least, false);
        }

        /** Words that are shown whole or not at all. */
        public static Column whole(String head, int rank) {
            return new Column(head, rank, Integer.MAX_VALUE, false);
        }

        public static Column number(String head, int rank) {
            return new Column(head, rank, Integer.MAX_VALUE, true);
        }
    }

    /**
     * What stands in a row.
     *
     * @param paint applied to the text once it is cut; what it adds takes no room
     */
    public record Cell(String text, UnaryOperator<String> paint) {
        public static Cell of(String text) {
            return new Cell(text, UnaryOperator.identity());
        }

        public static Cell of(long number) {
            return of(Figures.count(number));
        }

        public static Cell of(Optional<String> text) {
            return of(text.orElse(""));
        }

        /** A number that matters if it is not 0. */
        public static Cell alarming(long number, Paint paint, Paint.Style style) {
            return new Cell(Figures.count(number), number == 0 ? UnaryOperator.identity() : styled(paint, style));
        }

        public static Cell service(String name, Paint paint) {
            return new Cell(name, text -> paint.service(name, text));
        }

        public static UnaryOperator<String> styled(Paint paint, Paint.Style style) {
            return text -> paint.styled(style, text);
        }
    }

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @param cells one for each column */
    public void row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** Writes head and rows; nothing where there are no rows. */
    public void addTo(Sheet sheet) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> shown = shown(sheet.columns());
        int[] widths = widths(shown, sheet.columns());
        sheet.line(line(shown, widths, columns.stream()
                .map(column -> new Cell(column.head, Cell.styled(sheet.paint(), Paint.Style.QUIET)))
                .toList()));
        rows.forEach(row -> sheet.line(line(shown, widths, row)));
    }

    /** The columns for which there is room. */
    private List<Integer> shown(int room) {
        List<Integer> shown = new ArrayList<>(IntStream.range(0, columns.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).text.isEmpty()))
                .boxed()
                .toList());
        while (least(shown) > room) {
            Optional<Integer> last = shown.stream()
                    .filter(column -> columns.get(column).rank > 0)
                    .max(Comparator.comparing(column -> columns.get(column).rank));
            if (last.isEmpty()) {
                return shown;
            }
            shown.remove(last.get());
        }
        return shown;
    }

    private long least(List<Integer> shown) {
        return shown.stream().mapToLong(column -> Math.min(width(column), columns.get(column).least)).sum()
                + (long) GAP.length() * (shown.size() - 1);
    }

    /** Columns that the widest cell takes. */
    private int width(int column) {
        int head = Cells.width(columns.get(column).head);
        return rows.stream().mapToInt(row -> Cells.width(row.get(column).text)).reduce(head, Math::max);
    }

    private int[] widths(List<Integer> shown, int room) {
        int[] widths = shown.stream().mapToInt(this::width).toArray();
        int over = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - room;
        while (over > 0) {
            int widest = widest(shown, widths);
            if (widths[widest] <= 1) {
                return widths;
            }
            widths[widest]--;
            over--;
        }
        return widths;
    }

    /** The widest that may be cut further; where none may, the widest. */
    private int widest(List<Integer> shown, int[] widths) {
        Comparator<Integer> byWidth = Comparator.comparing(at -> widths[at]);
        return IntStream.range(0, widths.length)
                .boxed()
                .filter(at -> widths[at] > columns.get(shown.get(at)).least)
                .max(byWidth)
                .orElseGet(() -> IntStream.range(0, widths.length).boxed().max(byWidth).orElseThrow());
    }

    private String line(List<Integer> shown, int[] widths, List<Cell> row) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < widths.length; at++) {
            Cell cell = row.get(shown.get(at));
            String text = Cells.cut(cell.text, widths[at]);
            String blanks = " ".repeat(widths[at] - Cells.width(text));
            String painted = text.isEmpty() ? "" : cell.paint.apply(text);
            line.append(at == 0 ? "" : GAP)
                    .append(columns.get(shown.get(at)).right ? blanks + painted : painted + blanks);
        }
        return line.toString();
    }
}
