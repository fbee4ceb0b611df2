package dev.brummer.logs;

import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the bodies of the small frames. {@link BodyReader} reads them. */
final class BodyWriter {
    private ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    static ByteBuffer segment(int version, int number) {
        return new BodyWriter().number(version).number(number).done();
    }

    static ByteBuffer stream(StreamKey key) {
        return new BodyWriter()
                .instance(key.instance())
                .number(key.run())
                .text(key.stream().word())
                .done();
    }

    static ByteBuffer notice(Notice notice) {
        return new BodyWriter().text(notice.level().word()).text(notice.text()).done();
    }

    static ByteBuffer gap(Gap gap) {
        return new BodyWriter().text(gap.reason()).done();
    }

    static ByteBuffer state(StateChange change) {
        return new BodyWriter()
                .instance(change.instance())
                .number(change.run())
                .text(change.from().word())
                .text(change.to().word())
                .text(change.reason())
                .big(change.took().map(took -> took.toNanos()).orElse(-1L))
                .done();
    }

    static ByteBuffer end(int exit) {
        return new BodyWriter().number(exit).done();
    }

    private BodyWriter instance(InstanceId instance) {
        return text(instance.service().name()).number(instance.index());
    }

    private BodyWriter number(int number) {
        room(Integer.BYTES).putInt(number);
        return this;
    }

    private BodyWriter big(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    private BodyWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            int size = bytes.position() + length;
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size * 2))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(bytes.position());
        }
        return bytes;
    }

    private ByteBuffer done() {
        return bytes.flip().slice();
    }
}
