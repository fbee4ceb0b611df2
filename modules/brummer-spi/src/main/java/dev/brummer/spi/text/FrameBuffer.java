package dev.brummer.spi.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes in which a sink puts a frame together, again and again. For one thread. */
public final class FrameBuffer {
    private byte[] bytes;
    private int size;

    /** @param capacity how many bytes to have room for at first */
    public FrameBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Adds one byte. */
    public FrameBuffer add(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Adds all of {@code source}. */
    public FrameBuffer add(byte[] source) {
        return add(source, 0, source.length);
    }

    /** Adds {@code source[offset, offset + length)}. */
    public FrameBuffer add(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    /** Adds text as UTF-8. */
    public FrameBuffer add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** Makes it empty; the room stays. */
    public void clear() {
        size = 0;
    }

    /** Takes {@code bytes[from, to)} out; what is behind moves up. */
    void remove(int from, int to) {
        System.arraycopy(bytes, to, bytes, from, size - to);
        size -= to - from;
    }

    /** What has been added: good until the next change. */
    public ByteBuffer toByteBuffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** The bytes, of which the first {@link #size} count: good until the next change. */
    public byte[] array() {
        return bytes;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
        }
    }
}
