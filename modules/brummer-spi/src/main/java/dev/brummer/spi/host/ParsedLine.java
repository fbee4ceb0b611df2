package dev.brummer.spi.host;

import static java.util.Objects.requireNonNull;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.StreamName;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line of a batch that parsers look at. One object serves all lines. For one thread. */
public final class ParsedLine implements LogLine {
    private final FrameBuffer plain = new FrameBuffer(1024);
    private final LineFilter filter = new LineFilter(LineFilter.Keep.TEXT);
    private final SteppedText stepped = new SteppedText();
    private @Nullable LogBatch shown;
    private int index;
    private boolean filtered;
    private @Nullable String text;

    /** Is that line from now on. */
    public ParsedLine of(LogBatch batch, int line) {
        shown = batch;
        index = line;
        filtered = false;
        text = null;
        return this;
    }

    private LogBatch batch() {
        return requireNonNull(shown, "no line is shown yet");
    }

    @Override
    public InstanceId instance() {
        return batch().instance();
    }

    @Override
    public int run() {
        return batch().run();
    }

    @Override
    public StreamName stream() {
        return batch().stream();
    }

    @Override
    public long sequence() {
        return batch().sequence() + index;
    }

    @Override
    public Instant time() {
        return batch().time();
    }

    @Override
    public String text() {
        String known = text;
        if (known == null) {
            known = read();
            text = known;
        }
        return known;
    }

    private String read() {
        // Most lines are as they are to be read: that takes one look and one copy.
        if (!filtered && filter.isPlain(batch(), index)) {
            return new String(bytes(), offset(), length(), StandardCharsets.ISO_8859_1);
        }
        filter();
        return new String(plain.array(), 0, plain.size(), StandardCharsets.UTF_8);
    }

    @Override
    public Matcher matcher(Pattern pattern) {
        filter();
        return pattern.matcher(stepped.show(plain.array(), 0, plain.size()));
    }

    private void filter() {
        if (!filtered) {
            plain.clear();
            filter.add(batch(), index, 0, plain);
            filtered = true;
        }
    }

    @Override
    public byte[] bytes() {
        return batch().bytes();
    }

    @Override
    public int offset() {
        return batch().offset(index);
    }

    @Override
    public int length() {
        return batch().length(index);
    }
}
