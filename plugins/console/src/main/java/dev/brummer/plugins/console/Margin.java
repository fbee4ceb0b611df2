package dev.brummer.plugins.console;

import dev.brummer.spi.text.NameColumn;
import java.nio.charset.StandardCharsets;
import org.fusesource.jansi.Ansi;

/** What stands before the lines of one instance, ready as bytes for each mark. Immutable. */
final class Margin {
    private final byte[][] byMark = new byte[Mark.values().length][];

    /**
     * @param width of the name's column; longer names are cut
     * @param colour of the name; {@link Paint#PLAIN} for a margin without any colour
     */
    static Margin column(String name, int width, int colour) {
        var margin = new Margin();
        String padded = NameColumn.fit(name, width);
        for (Mark mark : Mark.values()) {
            margin.byMark[mark.ordinal()] = bytes(padded, mark, colour);
        }
        return margin;
    }

    /** Nothing before what services write; the name before what is said of them. */
    static Margin none(String name, int colour) {
        var margin = new Margin();
        for (Mark mark : Mark.values()) {
            margin.byMark[mark.ordinal()] = mark == Mark.EVENT ? bytes(name, mark, colour) : new byte[0];
        }
        return margin;
    }

    private static byte[] bytes(String name, Mark mark, int colour) {
        String text = colour == Paint.PLAIN
                ? name + ' ' + mark.sign() + ' '
                : mark.addTo(new Ansi().fg(colour).a(name).a(' ')).reset().a(' ').toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] with(Mark mark) {
        return byMark[mark.ordinal()];
    }
}
