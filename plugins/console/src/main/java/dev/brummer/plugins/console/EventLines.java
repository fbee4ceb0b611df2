package dev.brummer.plugins.console;

import dev.brummer.spi.Gap;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.nio.charset.StandardCharsets;
import org.fusesource.jansi.Ansi;

/** Draws what Brummer says between the lines of services: state changes, notices and gaps. */
final class EventLines {
    private final boolean colour;
    // Reasons may quote what a service has answered.
    private final LineFilter filter = new LineFilter(LineFilter.Keep.TEXT);

    EventLines(boolean colour) {
        this.colour = colour;
    }

    void draw(StateChange change, byte[] time, Margin margin, FrameBuffer to) {
        StateWords words = StateWords.of(change);
        to.add(time).add(margin.with(Mark.EVENT)).add(painted(words.phrase(), words.paint()));
        String reason = change.reason();
        if (!reason.isEmpty() && !reason.equals(words.phrase())) {
            add(": " + reason, to);
        }
        to.add('\n');
    }

    void draw(Notice notice, byte[] time, Margin margin, FrameBuffer to) {
        Mark mark = Mark.of(notice.level());
        byte[] before = margin.with(mark == Mark.OUTPUT ? Mark.EVENT : mark);
        for (String line : notice.text().split("\n", -1)) {
            to.add(time).add(before);
            add(line, to);
            to.add('\n');
        }
    }

    void draw(Gap gap, byte[] time, Margin margin, FrameBuffer to) {
        String count = grouped(gap.records()) + (gap.records() == 1 ? " line" : " lines");
        to.add(time).add(margin.with(Mark.EVENT)).add(painted("… " + count, Paint.WARNING));
        add(" " + gap.reason(), to);
        to.add('\n');
    }

    private void add(String text, FrameBuffer to) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        filter.add(utf8, 0, utf8.length, to);
    }

    private String painted(String text, int paint) {
        return colour ? new Ansi().bold().fg(paint).a(text).reset().toString() : text;
    }

    private static String grouped(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
