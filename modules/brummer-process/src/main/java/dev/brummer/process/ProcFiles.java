package dev.brummer.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads {@code /proc} with as few calls as can be, for the process table is read every second. What cannot be opened
 * because handles lack is not taken for gone: one is kept spare for that moment, and where it does not help either, the
 * caller is told. Safe for use by several threads.
 */
final class ProcFiles {
    private static final String NOTHING = "/dev/null";
    private static final int LONGEST_NAME = 128;
    private static final int READ_AT_ONCE = 64 * 1024;

    private final PosixCalls calls;
    private final MemorySegment memory = Arena.global().allocate(LONGEST_NAME + READ_AT_ONCE);
    private final MemorySegment buffer = memory.asSlice(LONGEST_NAME, READ_AT_ONCE);
    private int spare = -1;

    ProcFiles(PosixCalls calls) {
        this.calls = calls;
    }

    /**
     * What is in a file that the kernel gives out in one piece, as {@code stat} and {@code limits}.
     *
     * @param file its whole name, in ASCII
     * @return empty if it, or the process that it tells of, is gone, or it is not for this user to see
     * @throws IOException if it could not be read although it may be there; the message says why for a person
     */
    synchronized Optional<byte[]> record(String file) throws IOException {
        int descriptor = open(file);
        if (descriptor < 0) {
            return absent(file, -descriptor);
        }
        int count = calls.read(descriptor, buffer);
        Optional<byte[]> read = count < 0 ? absent(file, -count) : Optional.of(bytes(count));
        close(descriptor);
        return read;
    }

    /** What is in a file of any length; else as {@link #record}. */
    synchronized Optional<byte[]> all(String file) throws IOException {
        int descriptor = open(file);
        if (descriptor < 0) {
            return absent(file, -descriptor);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int count = calls.read(descriptor, buffer);
        for (; count > 0; count = calls.read(descriptor, buffer)) {
            all.writeBytes(bytes(count));
        }
        close(descriptor);
        return count < 0 ? absent(file, -count) : Optional.of(all.toByteArray());
    }

    /**
     * The names in a folder.
     *
     * @return empty if it is gone, or not for this user to see
     * @throws IOException if it could not be listed although it may be there; the message says why for a person
     */
    synchronized Optional<String[]> names(String folder) throws IOException {
        int descriptor = open(folder);
        if (descriptor < 0) {
            return absent(folder, -descriptor);
        }
        // From here on there is a handle for the list, unless another thread takes it first.
        calls.close(descriptor);
        File listed = new File(folder);
        String[] names = listed.list();
        keepSpare();
        if (names == null && listed.exists()) {
            throw new IOException(PosixCalls.NO_HANDLES);
        }
        return Optional.ofNullable(names);
    }

    private byte[] bytes(int count) {
        return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }

    private int open(String file) {
        keepSpare();
        int descriptor = opened(file);
        if (PosixCalls.isLackOfHandles(-descriptor) && spare >= 0) {
            calls.close(spare);
            spare = -1;
            return opened(file);
        }
        return descriptor;
    }

    private int opened(String file) {
        byte[] name = file.getBytes(StandardCharsets.US_ASCII);
        MemorySegment.copy(name, 0, memory, ValueLayout.JAVA_BYTE, 0, name.length);
        memory.set(ValueLayout.JAVA_BYTE, name.length, (byte) 0);
        return calls.open(memory);
    }

    private void close(int descriptor) {
        calls.close(descriptor);
        keepSpare();
    }

    private void keepSpare() {
        if (spare < 0) {
            spare = opened(NOTHING);
        }
    }

    private static <T> Optional<T> absent(String file, int error) throws IOException {
        if (PosixCalls.isGoneOrForeign(error)) {
            return Optional.empty();
        }
        String why = file + " cannot be read (error " + error + ")";
        throw new IOException(PosixCalls.isLackOfHandles(error) ? PosixCalls.NO_HANDLES : why);
    }
}
