package dev.brummer.cli;

import dev.brummer.core.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Plugins as a table for a person, no wider than the terminal. */
final class PluginsText {
    private static final List<String> HEAD = List.of("ID", "KIND", "VERSION", "FROM", "STATE");
    private static final int FROM = 3;
    private static final int STATE = 4;
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    // Less is no column to read a sentence in.
    private static final int NARROWEST = 24;

    private final int columns;
    private final int[] widths = new int[STATE];
    private final StringBuilder text = new StringBuilder();

    private PluginsText(int columns) {
        this.columns = columns;
    }

    static String table(List<ListedPlugin> plugins, int columns) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        plugins.forEach(plugin -> rows.add(row(plugin)));
        PluginsText table = new PluginsText(columns);
        table.measure(rows);
        rows.forEach(table::row);
        return table.text.toString();
    }

    private static List<String> row(ListedPlugin plugin) {
        String state = plugin.isUsable() ? "ok" : Printable.of(plugin.reason() + "; " + plugin.remedy());
        return List.of(
                orDash(plugin.id()),
                orDash(String.join(", ", plugin.kinds())),
                orDash(plugin.version()),
                orDash(plugin.from()),
                state);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : Printable.of(text);
    }

    private void measure(List<List<String>> rows) {
        int others = STATE * GAP.length() + HEAD.get(STATE).length();
        for (int i = 0; i < STATE; i++) {
            int column = i;
            widths[i] = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
            others += i == FROM ? 0 : widths[i];
        }
        // A path is the longest, and its end says most.
        widths[FROM] = Math.min(widths[FROM], Math.max(HEAD.get(FROM).length() + 4, columns - others));
    }

    private void row(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < STATE; i++) {
            String cell = ending(row.get(i), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        int left = columns - line.length();
        String state = row.get(STATE);
        if (state.length() <= left) {
            text.append(line).append(state).append('\n');
        } else if (left >= NARROWEST) {
            state(state, line.toString(), " ".repeat(line.length()));
        } else {
            text.append(line.toString().stripTrailing()).append('\n');
            state(state, INDENT, INDENT);
        }
    }

    private static String ending(String cell, int width) {
        return cell.length() <= width ? cell : "…" + cell.substring(cell.length() - width + 1);
    }

    /** A sentence that takes several lines. */
    private void state(String state, String first, String indent) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : state.split(" ")) {
            if (begun && line.length() + 1 + word.length() > columns) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }
}
