package dev.brummer.plugins.console;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.ServiceId;
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
    private final Map<ServiceId, Show> showsOfServices = new HashMap<>();
    private final LineFilter filter;
    private final boolean colour;
    private final boolean prefix;
    private final Fold fold;

    /** @param prefix whether the margin says whose line it is */
    RecordLines(List<SinkContext.Shown> shown, boolean colour, boolean prefix, Fold fold) {
        show(shown);
        this.filter = new LineFilter(colour ? LineFilter.Keep.COLOURS : LineFilter.Keep.TEXT);
        this.colour = colour;
        this.prefix = prefix;
        this.fold = fold;
    }

    /** Says what to show from now on. What is gone may still have lines to be drawn, and keeps what it had. */
    void show(List<SinkContext.Shown> shown) {
        for (SinkContext.Shown each : shown) {
            shows.put(each.instance(), each.show());
            showsOfServices.put(each.instance().service(), each.show());
        }
    }

    /**
     * @param margins what stands before the lines of each service
     * @param tell draws what is to be said of the line before; called where another line comes
     */
    void draw(LogBatch batch, byte[] time, Margins margins, Runnable tell, FrameBuffer to) {
        Show show = shows.getOrDefault(batch.instance(), Show.ALL);
        if (show != Show.OFF) {
            Drawing drawing = new Drawing(batch, show, time, margins, tell, to);
            for (int i = 0; i < batch.size(); i++) {
                drawing.draw(i);
            }
        }
    }

    private static boolean isHidden(Show show, Mark mark) {
        return show == Show.OFF || (show == Show.ERRORS && mark == Mark.OUTPUT);
    }

    /** What is not to be shown of one of both is not shown. */
    private Show stricter(Show show, ServiceId other) {
        Show theirs = showsOfServices.getOrDefault(other, Show.ALL);
        return theirs.compareTo(show) > 0 ? theirs : show;
    }

    /** The lines of one batch, each by a call: a loop with all of this in it is compiled later, and twice. */
    private final class Drawing {
        private final LogBatch batch;
        private final Show show;
        private final byte[] time;
        private final Margins margins;
        private final Margin own;
        private final Runnable tell;
        private final FrameBuffer to;

        Drawing(LogBatch batch, Show show, byte[] time, Margins margins, Runnable tell, FrameBuffer to) {
            this.batch = batch;
            this.show = show;
            this.time = time;
            this.margins = margins;
            this.own = margins.of(batch.instance());
            this.tell = tell;
            this.to = to;
        }

        void draw(int index) {
            Mark mark = Mark.of(batch.level(index));
            Heading heading = batch.heading(index);
            if (isHidden(heading == null ? show : stricter(show, heading.service()), mark)) {
                return;
            }
            if (!fold.takes(batch, index)) {
                if (fold.isUntold()) {
                    tell.run();
                }
                InstanceId of = heading == null ? batch.instance() : InstanceId.only(heading.service());
                Margin margin = heading == null ? own : margins.of(of);
                // Without the margin nothing else would say whose line it is.
                int skipped = heading == null || !prefix ? 0 : heading.length();
                draw(index, skipped, margin.with(mark));
                fold.shown(batch, index, of, skipped, mark);
            } else if (fold.isDue(batch.time())) {
                tell.run();
            }
        }

        private void draw(int index, int skipped, byte[] margin) {
            to.add(time).add(margin);
            filter.add(batch, index, skipped, to);
            if (batch.continues(index)) {
                to.add(GOES_ON);
            }
            to.add('\n');
        }
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
