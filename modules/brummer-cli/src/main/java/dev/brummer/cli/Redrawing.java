package dev.brummer.cli;

import dev.brummer.insight.view.Report;
import dev.brummer.process.TerminalSize;
import dev.brummer.runtime.history.Following;
import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.fusesource.jansi.Ansi;

/**
 * Shows reports as facts come, about once a second: in place, or each that is not like the one before below it, with an
 * empty line between. For one thread.
 */
final class Redrawing<R extends Report<R>> implements Following.Taker {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final StoredFacts<R> facts;
    private final Shown<R> shown;
    private final InstantSource clock;
    private final Frames frames;
    private Instant due = Instant.MIN;
    private Optional<Object> last = Optional.empty();

    /** Where it is drawn. */
    @FunctionalInterface
    interface Frames {
        /** @throws IOException if nobody reads it any more */
        void draw(String text) throws IOException;

        /** As they come. */
        static Frames plain(Terminal terminal) {
            return text -> terminal.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** For a person at a terminal in place; JSON, and what goes elsewhere, one below the other. */
        static Frames on(Terminal terminal, boolean json) {
            return terminal.interactive() && !json
                    ? inPlace(plain(terminal), () -> terminal.size().map(TerminalSize::rows).orElse(0))
                    : inARow(plain(terminal));
        }

        /** One below the other. */
        static Frames inARow(Frames to) {
            return new Frames() {
                private String between = "";

                @Override
                public void draw(String text) throws IOException {
                    to.draw(between + text);
                    between = "\n";
                }
            };
        }

        /**
         * Each in place of the one before.
         *
         * @param rows of the terminal; 0 where it does not say
         */
        static Frames inPlace(Frames to, IntSupplier rows) {
            return new Frames() {
                private int drawn;

                @Override
                public void draw(String text) throws IOException {
                    List<String> lines = fitting(text.lines().toList(), rows.getAsInt());
                    Ansi before = new Ansi();
                    if (drawn > 0) {
                        before.cursorUpLine(drawn).eraseScreen(Ansi.Erase.FORWARD);
                    }
                    to.draw(before + String.join("\n", lines) + "\n");
                    drawn = lines.size();
                }
            };
        }

        /** What leaves a row for the cursor. */
        private static List<String> fitting(List<String> lines, int rows) {
            if (rows < 3 || lines.size() < rows) {
                return lines;
            }
            int kept = rows - 2;
            return Stream.concat(
                            lines.stream().limit(kept),
                            Stream.of("… " + (lines.size() - kept) + " more lines"))
                    .toList();
        }
    }

    Redrawing(StoredFacts<R> facts, Shown<R> shown, InstantSource clock, Frames frames) {
        this.facts = facts;
        this.shown = shown;
        this.clock = clock;
        this.frames = frames;
    }

    @Override
    public void take(List<JournalEntry> entries) throws IOException {
        facts.take(entries);
        Instant now = clock.instant();
        if (!now.isBefore(due)) {
            due = now.plus(PACE);
            draw(facts.report());
        }
    }

    /**
     * Shows the last state.
     *
     * @return the sentence that says that there was never anything to show; empty where there was
     * @throws IOException if nobody reads it any more
     */
    Optional<String> end() throws IOException {
        R report = facts.report();
        draw(report);
        return shown.nothing(report);
    }

    private void draw(R report) throws IOException {
        Object content = shown.content(report);
        if (shown.nothing(report).isEmpty() && !last.equals(Optional.of(content))) {
            frames.draw(shown.text(report));
            last = Optional.of(content);
        }
    }
}
