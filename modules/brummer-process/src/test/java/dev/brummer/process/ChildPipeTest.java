package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(10)
class ChildPipeTest {
    private static Process writer(ChildPipe pipe, String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(pipe.target()))
                .start();
    }

    private static String readAll(ReadableByteChannel source) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        while (source.read(bytes) >= 0) {
            assertThat(bytes.hasRemaining()).isTrue();
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Test
    void theSourceEndsOnceItIsFinishedAndTheLastWriterIsGone() throws Exception {
        try (ChildPipe pipe = TestProcess.LINUX.pipe()) {
            writer(pipe, "printf one").onExit().join();
            Process last = writer(pipe, "read go; printf ' two'");
            pipe.finish();
            last.getOutputStream().close();
            assertThat(readAll(pipe.source())).isEqualTo("one two");
            last.onExit().join();
        }
    }

    @Test
    void theSourceDoesNotEndWithItsWritersUntilItIsFinished() throws Exception {
        try (ChildPipe pipe = TestProcess.LINUX.pipe()) {
            var all = new CompletableFuture<String>();
            Thread reader = DaemonThreads.start("reading", () -> {
                try {
                    all.complete(readAll(pipe.source()));
                } catch (IOException e) {
                    all.completeExceptionally(e);
                }
            });
            writer(pipe, "printf early").onExit().join();
            assertThat(all).isNotDone();
            writer(pipe, "printf ', late'").onExit().join();
            pipe.finish();
            assertThat(Recorded.within(all)).isEqualTo("early, late");
            reader.join();
        }
    }

    @Test
    void closingEndsTheSourceAlthoughAStrangerHoldsItsWriteEnd() throws Exception {
        ChildPipe pipe = TestProcess.LINUX.pipe();
        Process stranger = writer(pipe, "exec sleep 60");
        try {
            var ended = new CompletableFuture<Throwable>();
            DaemonThreads.start("reading", () -> {
                try {
                    readAll(pipe.source());
                } catch (IOException e) {
                    ended.complete(e);
                }
            });
            pipe.close();
            assertThat(Recorded.within(ended)).isInstanceOf(ClosedChannelException.class);
            assertThat(TestProcess.lives(stranger.pid())).isTrue();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    void finishingTwiceClosesNobodyElsesDescriptor() throws Exception {
        ChildPipe first = TestProcess.LINUX.pipe();
        first.finish();
        try (ChildPipe second = TestProcess.LINUX.pipe()) {
            first.finish();
            first.close();
            writer(second, "printf kept").onExit().join();
            second.finish();
            assertThat(readAll(second.source())).isEqualTo("kept");
        }
    }

    @Test
    void aChildInFullFlowNeedNotWaitForItsReader() throws Exception {
        // More often than there is room for wide pipes at once: what is closed gives it back.
        for (int i = 0; i < 70; i++) {
            try (ChildPipe pipe = TestProcess.LINUX.pipe()) {
                writer(pipe, "head -c 65536 /dev/zero").onExit().join();
                assertThat(pipe.source().read(ByteBuffer.allocate(100_000))).isEqualTo(65536);
                Process ahead = writer(pipe, "head -c 200000 /dev/zero");
                assertThat(Recorded.within(ahead.onExit()).exitValue()).isZero();
            }
        }
    }

    @Test
    void aPipeThatCannotBeOpenedLeavesNoDescriptorBehind() {
        int before = descriptors();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> ChildPipe.open(new PosixCalls(), "/nowhere/", Optional.empty()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(descriptors()).isLessThan(before + 20);
    }

    private static int descriptors() {
        return Path.of("/proc/self/fd").toFile().list().length;
    }
}
