package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a service logs twice of one message counts once. */
class MessageStepsTest {
    private final Feed feed = new Feed("messages");
    private Instant now = Instant.EPOCH;

    private long messages(String... lines) {
        long found = 0;
        for (String line : lines) {
            found += feed.add(TestingLine.at(now, line)).size();
        }
        return found;
    }

    @Test
    void whatIsBeingPublishedAndThenPublishedIsOneMessage() {
        assertThat(messages("Publishing order.created event: 17", "Published order.created event: 17")).isOne();
        assertThat(messages("Sending message to queue orders", "Message sent to queue orders")).isOne();
    }

    @Test
    void whatIsReceivedAndThenProcessedIsOneMessage() {
        assertThat(messages(
                        "Receiving order.created event: 17",
                        "Received order.created event: 17",
                        "Processing order.created event: 17"))
                .isOne();
    }

    @Test
    void messagesUnderWayAtOnceCountEach() {
        assertThat(messages(
                        "Publishing order.created event",
                        "Publishing order.created event",
                        "Published order.created event",
                        "Published order.created event",
                        "Published order.created event"))
                .isEqualTo(3);
    }

    @Test
    void anotherKeyAndTheSameStepAgainAreOtherMessages() {
        assertThat(messages("Publishing order.created event: 17", "Published order.created event: 18")).isEqualTo(2);
        assertThat(messages("Received order.paid event: 17", "Received order.paid event: 17")).isEqualTo(2);
        assertThat(messages("Published order.sent event: 17", "Publishing order.sent event: 17")).isEqualTo(2);
    }

    @Test
    void whatIsPublishedAndReceivedByOneServiceIsBoth() {
        assertThat(messages("Publishing order.created event: 17", "Received order.created event: 17")).isEqualTo(2);
    }

    @Test
    void whatComesMuchLaterIsAnotherMessage() {
        assertThat(messages("Publishing order.created event: 17")).isOne();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(messages("Published order.created event: 17")).isOne();
    }
}
