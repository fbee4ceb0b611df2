package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.TerminalFeed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ScreenTest {
    private static final int CHUNK = 4096;

    private final Screen screen = new Screen();

    private void show(String text) {
        screen.show(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void showMuch(int bytes) {
        for (int shown = 0; shown < bytes; shown += CHUNK) {
            show("x".repeat(CHUNK - 1) + "\n");
        }
    }

    private static String heard(TerminalFeed feed) throws InterruptedException {
        return switch (feed.next(Duration.ZERO)) {
            case TerminalFeed.Output(ByteBuffer bytes) -> StandardCharsets.UTF_8.decode(bytes).toString();
            case TerminalFeed.Skipped(long bytes) -> "skipped " + bytes;
            case TerminalFeed.Silence() -> "silence";
            case TerminalFeed.End() -> "end";
        };
    }

    @Test
    void everybodyHearsAllFromWhereHeJoined() throws InterruptedException {
        try (TerminalFeed first = screen.listen()) {
            show("one");
            try (TerminalFeed second = screen.listen()) {
                show("two");
                assertThat(heard(first)).isEqualTo("onetwo");
                assertThat(heard(second)).isEqualTo("onetwo");
                assertThat(heard(second)).isEqualTo("silence");
            }
        }
    }

    @Test
    void oneWhoIsTooSlowIsToldWhatWasSkippedAndGoesOnFromThere() throws InterruptedException {
        try (TerminalFeed slow = screen.listen()) {
            showMuch(Screen.BEHIND + 3 * CHUNK);
            assertThat(heard(slow)).isEqualTo("skipped " + 3 * CHUNK);
            assertThat(heard(slow)).hasSize(Screen.BEHIND);
            show("now");
            assertThat(heard(slow)).isEqualTo("now");
        }
    }

    @Test
    void whatWasBeforeIsBoundedAndBeginsWithALine() throws InterruptedException {
        show("lost");
        showMuch(2 * Screen.TAIL);
        try (TerminalFeed late = screen.listen()) {
            String before = heard(late);
            assertThat(before).hasSizeLessThanOrEqualTo(Screen.TAIL).hasSizeGreaterThan(Screen.TAIL - 2 * CHUNK);
            assertThat(before).startsWith("x".repeat(CHUNK - 1) + "\n");
        }
    }

    @Test
    void theEndComesAfterTheLast() throws InterruptedException {
        try (TerminalFeed feed = screen.listen()) {
            show("last");
            screen.end();
            assertThat(heard(feed)).isEqualTo("last");
            assertThat(heard(feed)).isEqualTo("end");
        }
        assertThat(heard(screen.listen())).isEqualTo("last");
    }

    @Test
    void whoWaitsIsWokenByWhatComesAndByTheEnd() throws Exception {
        try (TerminalFeed feed = screen.listen()) {
            var first = new CompletableFuture<TerminalFeed.Heard>();
            Thread waiting = Thread.ofVirtual().start(() -> first.completeAsync(() -> next(feed), Runnable::run));
            show("here");
            assertThat(Recorded.within(first)).isInstanceOf(TerminalFeed.Output.class);
            waiting.join();
            var second = new CompletableFuture<TerminalFeed.Heard>();
            Thread closing = Thread.ofVirtual().start(() -> second.completeAsync(() -> next(feed), Runnable::run));
            feed.close();
            assertThat(Recorded.within(second)).isEqualTo(new TerminalFeed.End());
            closing.join();
        }
    }

    private static TerminalFeed.Heard next(TerminalFeed feed) {
        try {
            return feed.next(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
