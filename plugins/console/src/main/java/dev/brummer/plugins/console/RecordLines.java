package dev.brummer.plugins.console;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.SinkContext.Show;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fusesource.jansi.Ansi;

/** Draws what services write. */
final class RecordLines {
    private static final byte[] GOES_ON = "…".getBytes(StandardCharsets.UTF_8);

    private final Map<InstanceId, Show> shows = new HashMap<>();
    private final LineFilter filter;
    private final boolean colour;
    private final Fold fold;

    RecordLines(List<SinkContext.Shown> shown, boolean colour, Fold fold) {
        show(shown);
        this.filter = new LineFilter(colour ? LineFilter.Keep.COLOURS : LineFilter.Keep.TEXT);
        this.colour = colour;
        this.fold = fold;
    }

    /** Says what to show from now on. What is gone may still have lines to be drawn, and keeps what it had. */
    void show(List<SinkContext.Shown> shown) {
        shown.forEach(each -> shows.put(each.instance(), each.show()));
    }

    /** @param tell draws what is to be said of the line before; called where another line comes */
    void draw(LogBatch batch, byte[] time, Margin margin, Runnable tell, FrameBuffer to) {
        Show show = shows.getOrDefault(batch.instance(), Show.ALL);
        for (int i = 0; show != Show.OFF && i < batch.size(); i++) {
            Mark mark = Mark.of(batch.level(i));
            if (show == Show.ERRORS && mark == Mark.OUTPUT) {
                continue;
            }
            if (!fold.takes(batch, i)) {
                if (fold.isUntold()) {
                    tell.run();
                }
                draw(batch, i, time, margin.with(mark), to);
                fold.shown(batch, i, mark);
            } else if (fold.isDue(batch.time())) {
                tell.run();
            }
        }
    }

    private void draw(LogBatch batch, int index, byte[] time, byte[] margin, FrameBuffer to) {
        to.add(time).add(margin);
        filter.add(batch.bytes(), batch.offset(index), batch.length(index), to);
        if (batch.continues(index)) {
            to.add(GOES_ON);
        }
        to.add('\n');
    }

    void draw(Fold.Repetition repetition, byte[] time, Margin margin, FrameBuffer to) {
        to.add(time).add(margin.with(repetition.mark()));
        byte[] again = repetition.again();
        if (again != null) {
            filter.add(again, 0, again.length, to);
        } else {
            to.add(faint("×" + repetition.times()));
        }
        to.add('\n');
    }

    private String faint(String text) {
        return colour ? new Ansi().a(Ansi.Attribute.INTENSITY_FAINT).a(text).reset().toString() : text;
    }
}
