package dev.brummer.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalConcurrencyTest {
    private static final int WRITERS = 16;
    private static final int LINES = 5000;

    @TempDir
    Path folder;

    @Test
    void manyWritersAndReadersSeeEveryLineOfAStreamInOrder() throws Exception {
        try (var kit = new TestingJournal(folder, new JournalSettings(1 << 30, 1, 100_000), FileChannel::open)) {
            List<Thread> threads = new ArrayList<>();
            List<List<String>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                List<String> faults = new ArrayList<>();
                readers.add(faults);
                threads.add(Thread.ofPlatform().start(() -> read(kit.journal, faults)));
            }
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                threads.add(Thread.ofPlatform().start(() -> write(kit.journal, writer)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(readers).allSatisfy(faults -> assertThat(faults).isEmpty());
            assertThat(kit.journal.lastSequence()).isEqualTo(WRITERS * LINES);
        }
    }

    private static void write(Journal journal, int writer) {
        var instance = InstanceId.only(new ServiceId("w" + writer));
        StreamWriter stream = journal.stream(instance, 1, StreamName.STDOUT);
        var some = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            some.append(i).append('\n');
            if (i % (writer + 1) == 0) {
                stream.write(ByteBuffer.wrap(some.toString().getBytes(UTF_8)));
                some.setLength(0);
            }
        }
        stream.write(ByteBuffer.wrap(some.toString().getBytes(UTF_8)));
        stream.end();
    }

    private static void read(Journal journal, List<String> faults) {
        int[] next = new int[WRITERS];
        long sequence = 1;
        JournalCursor cursor = journal.cursor(1);
        try {
            while (sequence <= WRITERS * LINES && faults.isEmpty()) {
                cursor.awaitMore(Duration.ofSeconds(30));
                for (JournalEntry entry : cursor.next(10_000)) {
                    if (entry.sequence() != sequence) {
                        faults.add("expected number " + sequence + ", not " + entry.sequence());
                    }
                    sequence += check((LogBatch) entry, next, faults);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            faults.add(e.toString());
        }
    }

    private static int check(LogBatch batch, int[] next, List<String> faults) {
        int writer = Integer.parseInt(batch.instance().label().substring(1));
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.text(i).equals(Integer.toString(next[writer]++))) {
                faults.add(batch.text(i) + " of " + batch.instance() + " is out of order");
            }
        }
        return batch.size();
    }

    @Test
    void aLineOfAHundredMegabytesNeedsLittleMemory() throws Exception {
        try (var kit = new TestingJournal(folder, JournalSettings.keeping(2_000_000_000L, 10), FileChannel::open)) {
            long length = 100_000_000;
            StreamWriter stream = kit.journal.stream(TestingJournal.AUTH, 1, StreamName.STDOUT);
            Thread pump = Thread.ofPlatform().start(() -> pump(stream, new Endless(length)));
            JournalCursor cursor = kit.journal.cursor(1);
            long read = 0;
            boolean ended = false;
            while (!ended) {
                cursor.awaitMore(Duration.ofSeconds(30));
                for (JournalEntry entry : cursor.next(1 << 18)) {
                    var batch = (LogBatch) entry;
                    assertThat(batch.size()).isEqualTo(1);
                    assertThat(batch.length(0)).isLessThanOrEqualTo(LineTable.MAX_LENGTH);
                    read += batch.length(0);
                    ended = !batch.continues(0);
                }
            }
            pump.join();
            assertThat(read).isEqualTo(length);
        }
    }

    private static void pump(StreamWriter stream, InputStream source) {
        try {
            stream.pump(Channels.newChannel(source));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** So many bytes without a line end. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
