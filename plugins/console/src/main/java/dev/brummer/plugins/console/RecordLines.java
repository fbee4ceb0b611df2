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

/** Draws what services write. */
final class RecordLines {
    private static final byte[] GOES_ON = "…".getBytes(StandardCharsets.UTF_8);

    private final Map<InstanceId, Show> shows = new HashMap<>();
    private final LineFilter filter;

    RecordLines(List<SinkContext.Shown> shown, boolean colour) {
        shown.forEach(each -> shows.put(each.instance(), each.show()));
        filter = new LineFilter(colour ? LineFilter.Keep.COLOURS : LineFilter.Keep.TEXT);
    }

    void draw(LogBatch batch, byte[] time, Margin margin, FrameBuffer to) {
        switch (shows.getOrDefault(batch.instance(), Show.ALL)) {
            case ALL -> draw(batch, time, margin, false, to);
            case ERRORS -> draw(batch, time, margin, true, to);
            case OFF -> {}
        }
    }

    private void draw(LogBatch batch, byte[] time, Margin margin, boolean onlyErrors, FrameBuffer to) {
        byte[] bytes = batch.bytes();
        for (int i = 0; i < batch.size(); i++) {
            Mark mark = Mark.of(batch.level(i));
            if (onlyErrors && mark == Mark.OUTPUT) {
                continue;
            }
            to.add(time).add(margin.with(mark));
            filter.add(bytes, batch.offset(i), batch.length(i), to);
            if (batch.continues(i)) {
                to.add(GOES_ON);
            }
            to.add('\n');
        }
    }
}
