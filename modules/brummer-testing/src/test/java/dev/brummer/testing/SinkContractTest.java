package dev.brummer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkContractTest {
    private static List<String> complaints(Counting sink) {
        return SinkContract.complaints(sink, new Options(Map.of()), new ScriptedSinkContext(Path.of(".")));
    }

    @Test
    void aSinkThatTakesEverythingAndClosesTwiceIsFine() {
        assertThat(complaints(new Counting(false, false))).isEmpty();
    }

    @Test
    void aSinkThatCannotBeClosedTwiceIsTold() {
        assertThat(complaints(new Counting(true, false)))
                .containsExactly("close, the second time, threw java.io.IOException: closed already");
    }

    @Test
    void aSinkThatKnowsOnlySomeEntriesIsTold() {
        assertThat(complaints(new Counting(false, true))).singleElement().asString()
                .startsWith("accept threw java.lang.ClassCastException");
    }

    @Test
    void theConsoleRemembersFramesUntilNobodyReads() throws IOException {
        RecordingConsole console = new RecordingConsole().terminal(80).colour(true);
        OutputSink sink = new Counting(false, false).create(
                new Options(Map.of()), new ScriptedSinkContext(Path.of(".")).console(console));
        List<JournalEntry> entries = new ScriptedJournal().lines("web", "a", "b").gap(3, "gone").entries();

        sink.accept(entries);
        sink.accept(entries);

        assertThat(console.frames()).containsExactly("3 lines\n", "3 lines\n");
        assertThat(console.text()).isEqualTo("3 lines\n3 lines\n");
        assertThat(console.closed()).isSameAs(console);
        assertThat(catchThrowable(() -> sink.accept(entries))).hasMessage("Broken pipe");
    }

    /** Says how many entries it was given. */
    private record Counting(boolean closesOnce, boolean linesOnly) implements OutputSinkFactory {
        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String description() {
            return "Counts.";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of();
        }

        @Override
        public OutputSink create(Options options, SinkContext context) {
            return new OutputSink() {
                private boolean closed;

                @Override
                public void accept(List<JournalEntry> entries) throws IOException {
                    int count = 0;
                    for (JournalEntry entry : entries) {
                        count += linesOnly ? ((LogBatch) entry).size() : 1;
                    }
                    String text = count + 1 + " lines\n";
                    context.console().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                }

                @Override
                public void flush() {}

                @Override
                public void close() throws IOException {
                    if (closed && closesOnce) {
                        throw new IOException("closed already");
                    }
                    closed = true;
                }
            };
        }
    }
}
