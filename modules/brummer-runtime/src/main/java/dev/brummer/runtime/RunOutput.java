package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Brings what runs write into the journal. Safe for use by several threads. */
final class RunOutput {
    private static final int PASSED_BY = 8 << 10;

    private final Journal journal;
    private final BugReports bugs;

    RunOutput(Journal journal, BugReports bugs) {
        this.journal = journal;
        this.bugs = bugs;
    }

    /**
     * Keeps what is written, to its end. Where a fault of Brummer's own prevents that, the rest is read all the same: a
     * service whose output nobody takes stands still.
     *
     * @param run 0 for what runs beside an instance's own
     * @throws IOException if it cannot be read any more
     */
    void keep(InstanceId instance, int run, StreamName stream, ReadableByteChannel bytes) throws IOException {
        try {
            journal.stream(instance, run, stream).pump(bytes);
        } catch (RuntimeException | Error e) {
            bugs.broke("keeping the " + stream.word() + " of " + instance.label() + ", which is lost from here on", e);
            passBy(bytes);
        }
    }

    private static void passBy(ReadableByteChannel bytes) throws IOException {
        ByteBuffer room = ByteBuffer.allocate(PASSED_BY);
        while (bytes.read(room) >= 0) {
            room.clear();
        }
    }
}
