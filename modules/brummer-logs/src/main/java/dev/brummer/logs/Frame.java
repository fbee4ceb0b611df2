package dev.brummer.logs;

import dev.brummer.spi.JournalEntry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What is about to be appended: complete but for its sequence number and time, which the journal gives. */
sealed interface Frame permits RecordsFrame, FactsFrame, EntryFrame {
    /** How many sequence numbers it takes. */
    long records();

    /** The most bytes that {@link #parts} can have. */
    int size();

    /** The bytes to write, with sequence number and time filled in. */
    ByteBuffer[] parts(Segment segment, long sequence, long micros, CRC32 sum);

    /** What must not get lost when nothing can be stored; null for records and facts. */
    @Nullable JournalEntry keepable(long sequence, Instant time);
}
