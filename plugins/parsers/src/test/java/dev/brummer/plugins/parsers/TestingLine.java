package dev.brummer.plugins.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line as the host gives it to a parser. */
record TestingLine(byte[] bytes, String text, Instant time) implements LogLine {
    private static final InstanceId INSTANCE = InstanceId.only(new ServiceId("web"));

    /** @param written what the child wrote, colours included */
    static TestingLine of(String written) {
        return at(Instant.EPOCH, written);
    }

    static TestingLine at(Instant time, String written) {
        byte[] bytes = written.getBytes(UTF_8);
        FrameBuffer text = new FrameBuffer(256);
        new LineFilter(LineFilter.Keep.TEXT).add(bytes, 0, bytes.length, text);
        return new TestingLine(bytes, new String(text.array(), 0, text.size(), UTF_8), time);
    }

    @Override
    public InstanceId instance() {
        return INSTANCE;
    }

    @Override
    public int run() {
        return 1;
    }

    @Override
    public StreamName stream() {
        return StreamName.STDOUT;
    }

    @Override
    public long sequence() {
        return 1;
    }

    @Override
    public Matcher matcher(Pattern pattern) {
        return pattern.matcher(text);
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return bytes.length;
    }
}
