package dev.brummer.plugins.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTimer timer = new ManualTimer();
    private final ScriptedPost post = new ScriptedPost();
    private final List<String> warnings = new ArrayList<>();
    private final Delivery delivery = new Delivery("http://hook", 3, SECOND, post, timer, warnings::add);

    private void add(int... numbers) {
        IntStream.of(numbers).forEach(number -> delivery.add(Integer.toString(number).getBytes(UTF_8)));
    }

    private void busy() {
        post.answers(new Outcome.Later("answers 503", Duration.ZERO));
    }

    @Test
    void entriesAreCollectedForAWhileAndGoTogether() {
        add(1);
        timer.elapse(Duration.ofMillis(900));
        add(2);
        assertThat(post.bodies).isEmpty();
        timer.elapse(Duration.ofMillis(100));
        assertThat(post.bodies).containsExactly("{\"entries\":[1,2],\"dropped\":0}");
        add(3);
        timer.elapse(SECOND);
        assertThat(post.bodies).hasSize(2).last().isEqualTo("{\"entries\":[3],\"dropped\":0}");
    }

    @Test
    void aFullBatchGoesAtOnceAndWhatIsLeftIsCollectedAgain() {
        add(1, 2, 3, 4);
        timer.elapse(Duration.ZERO);
        assertThat(post.bodies).containsExactly("{\"entries\":[1,2,3],\"dropped\":0}");
        timer.elapse(SECOND);
        assertThat(post.bodies).hasSize(2).last().isEqualTo("{\"entries\":[4],\"dropped\":0}");
        timer.elapse(Duration.ofHours(1));
        assertThat(post.bodies).hasSize(2);
    }

    @Test
    void oneBatchIsUnderWayAtATime() {
        var first = new CompletableFuture<Outcome>();
        post.answer = () -> first;
        add(1, 2, 3, 4, 5, 6, 7);
        timer.elapse(Duration.ofHours(1));
        assertThat(post.bodies).hasSize(1);
        post.answers(new Outcome.Taken());
        first.complete(new Outcome.Taken());
        timer.elapse(Duration.ZERO);
        assertThat(post.bodies).hasSize(2).last().isEqualTo("{\"entries\":[4,5,6],\"dropped\":0}");
    }

    @Test
    void aReceiverThatIsDownIsTriedAtGrowingIntervalsAndGetsEverythingInOrderInTheEnd() {
        busy();
        add(1);
        timer.elapse(SECOND);
        int[] pauses = {1, 2, 4, 8, 16, 32, 60, 60};
        for (int i = 0; i < pauses.length; i++) {
            assertThat(post.bodies).hasSize(i + 1);
            timer.elapse(Duration.ofSeconds(pauses[i]).minusMillis(1));
            assertThat(post.bodies).as("before pause %d is over", i).hasSize(i + 1);
            timer.elapse(Duration.ofMillis(1));
        }
        add(2, 3, 4);
        post.answers(new Outcome.Taken());
        timer.elapse(Duration.ofSeconds(61));
        assertThat(post.bodies.subList(pauses.length + 1, post.bodies.size()))
                .containsExactly("{\"entries\":[1,2,3],\"dropped\":0}", "{\"entries\":[4],\"dropped\":0}");
        assertThat(warnings)
                .containsExactly(
                        "webhook http://hook answers 503; tried again until it takes entries, of which the latest 10000"
                                + " are kept",
                        "webhook http://hook takes entries again");
    }

    @Test
    void oneFailureIsNothingToBeToldOf() {
        busy();
        add(1);
        timer.elapse(SECOND);
        post.answers(new Outcome.Taken());
        timer.elapse(SECOND);
        assertThat(post.bodies).hasSize(2);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIsLeftAlone() {
        post.answers(new Outcome.Later("answers 429", Duration.ofSeconds(30)));
        add(1);
        timer.elapse(SECOND);
        timer.elapse(Duration.ofSeconds(29));
        assertThat(post.bodies).hasSize(1);
        timer.elapse(SECOND);
        assertThat(post.bodies).hasSize(2);
    }

    @Test
    void whatIsRefusedIsNotSentAgainAndToldOnce() {
        post.answers(new Outcome.Refused("answers 401"));
        add(1, 2, 3);
        timer.elapse(SECOND);
        add(4);
        timer.elapse(Duration.ofHours(1));
        assertThat(post.bodies)
                .containsExactly("{\"entries\":[1,2,3],\"dropped\":0}", "{\"entries\":[4],\"dropped\":3}");
        post.answers(new Outcome.Taken());
        add(5);
        timer.elapse(SECOND);
        assertThat(post.bodies).last().isEqualTo("{\"entries\":[5],\"dropped\":4}");
        assertThat(warnings)
                .containsExactly(
                        "webhook http://hook answers 401; what it refuses is not sent again",
                        "webhook http://hook takes entries again; 4 entries did not reach it");
    }

    @Test
    void beyondItsBoundsTheOldestGoAndAreCountedForTheNextBatch() {
        busy();
        add(IntStream.range(0, Backlog.MOST_ENTRIES + 5).toArray());
        assertThat(warnings)
                .containsExactly("webhook http://hook does not take entries as fast as they come;"
                        + " the oldest are dropped");
        timer.elapse(Duration.ZERO);
        post.answers(new Outcome.Taken());
        timer.elapse(Duration.ofSeconds(2));
        assertThat(post.bodies.get(1)).isEqualTo("{\"entries\":[5,6,7],\"dropped\":5}");
        assertThat(post.bodies.get(2)).isEqualTo("{\"entries\":[8,9,10],\"dropped\":0}");
        assertThat(post.bodies).last().asString().contains(Integer.toString(Backlog.MOST_ENTRIES + 4));
        assertThat(warnings)
                .hasSize(2)
                .last()
                .isEqualTo("webhook http://hook takes entries again; 5 entries did not reach it");
    }

    @Test
    void largeEntriesAreBoundedByTheirBytes() throws IOException {
        var under = new CompletableFuture<Outcome>();
        post.answer = () -> under;
        byte[] large = new byte[Backlog.MOST_BYTES / 4];
        for (int i = 0; i < 10; i++) {
            delivery.add(large);
            timer.elapse(SECOND);
        }
        post.answers(new Outcome.Taken());
        under.complete(new Outcome.Taken());
        timer.elapse(Duration.ofMinutes(1));
        assertThat(post.bodies).hasSize(5);
        assertThat(post.bodies.get(1)).endsWith("],\"dropped\":5}");
        delivery.close(SECOND);
    }

    @Test
    void theEndSendsWhatIsLeftWithoutWaiting() throws IOException {
        var real = new Delivery("http://hook", 3, Duration.ofHours(1), post, Timer.REAL, warnings::add);
        for (int i = 1; i <= 4; i++) {
            real.add(new byte[] {(byte) ('0' + i)});
        }
        real.close(Duration.ofSeconds(5));
        assertThat(post.bodies)
                .containsExactly("{\"entries\":[1,2,3],\"dropped\":0}", "{\"entries\":[4],\"dropped\":0}");
        assertThat(post.closed).isTrue();
    }

    @Test
    void theEndTriesOnceMoreAndSaysWhatDidNotArrive() {
        busy();
        var real = new Delivery("http://hook", 3, Duration.ZERO, post, Timer.REAL, warnings::add);
        real.add(new byte[] {'1'});
        real.add(new byte[] {'2'});
        assertThatThrownBy(() -> real.close(Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .hasMessage("2 entries did not reach webhook http://hook, which answers 503");
        assertThat(post.closed).isTrue();
    }

    @Test
    void aHiccupAtTheEndLosesNothing() throws IOException {
        post.answer = () -> {
            post.answers(new Outcome.Taken());
            return ScriptedPost.answered(new Outcome.Later("answers 503", Duration.ZERO));
        };
        var real = new Delivery("http://hook", 3, Duration.ofHours(1), post, Timer.REAL, warnings::add);
        real.add(new byte[] {'1'});
        real.close(Duration.ofSeconds(5));
        assertThat(post.bodies)
                .containsExactly("{\"entries\":[1],\"dropped\":0}", "{\"entries\":[1],\"dropped\":0}");
    }

    @Test
    void theEndWaitsForNobodyForLong() {
        post.answer = CompletableFuture::new;
        add(1);
        timer.elapse(SECOND);
        assertThatThrownBy(() -> delivery.close(Duration.ofMillis(20)))
                .hasMessage("1 entry did not reach webhook http://hook, which did not take the last ones in time");
        assertThat(post.closed).isTrue();
    }

    @Test
    void whatItBreaksOffItselfIsNotTheReceiversFault() {
        var under = new CompletableFuture<Outcome>();
        post.answer = () -> under;
        post.onClose = () -> under.complete(new Outcome.Later("breaks the connection off", Duration.ZERO));
        add(1);
        timer.elapse(SECOND);
        assertThatThrownBy(() -> delivery.close(Duration.ofMillis(20)))
                .hasMessage("1 entry did not reach webhook http://hook, which did not take the last ones in time");
        assertThat(under).isCompleted();
    }

    @Test
    void theEndOfOneThatHadNothingToSendIsQuiet() throws IOException {
        delivery.close(SECOND);
        assertThat(post.bodies).isEmpty();
    }
}
