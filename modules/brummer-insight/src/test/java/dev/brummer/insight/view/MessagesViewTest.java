package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.published;
import static dev.brummer.insight.view.Facts.received;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.view.Messages.Trend;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesViewTest {
    private final MessagesView view = new MessagesView(Duration.ofSeconds(30));

    private Messages.Event only(long millis) {
        assertThat(view.report(at(millis)).events()).hasSize(1);
        return view.report(at(millis)).events().getFirst();
    }

    private Messages.Receiver receiver(String service, long millis) {
        return only(millis).receivers().stream()
                .filter(receiver -> receiver.service().name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoServicesThatReceiveOneEventAreTwoDeliveries() {
        for (int i = 0; i < 3; i++) {
            view.accept(said("orders", i * 10, published("order.created", "o" + i)));
        }
        view.accept(said("mail", 100, received("order.created", "o0")));
        view.accept(said("stock", 101, received("order.created", "o0")));
        view.accept(said("stock", 111, received("order.created", "o1")));

        assertThat(only(200).published()).isEqualTo(3);
        assertThat(only(200).publishers()).containsExactly(new Messages.Publisher(new ServiceId("orders"), 3));
        assertThat(receiver("mail", 200).backlog()).isEqualTo(2);
        assertThat(receiver("stock", 200).backlog()).isEqualTo(1);
    }

    @Test
    void aBacklogIsNeverNegative() {
        view.accept(said("orders", 0, published("order.created")));
        view.accept(said("mail", 1, received("order.created")));
        view.accept(said("mail", 2, received("order.created")));

        assertThat(receiver("mail", 3).backlog()).isZero();
        assertThat(receiver("mail", 3).received()).isEqualTo(2);
        assertThat(receiver("mail", 3).trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void lagIsFromPublishingToReceivingByKey() {
        view.accept(said("orders", 0, published("order.created", "o1")));
        view.accept(said("orders", 10, published("order.created", "o2")));
        view.accept(said("orders", 10, published("order.paid", "o1")));
        view.accept(said("mail", 15, received("order.created", "o1")));
        view.accept(said("mail", 50, received("order.created", "o2")));
        view.accept(said("mail", 60, received("order.created", "o9")));
        view.accept(said("mail", 70, received("order.created")));
        Latency lag = view.report(at(99)).events().getFirst().receivers().getFirst().lag().orElseThrow();

        assertThat(lag.p50()).isBetween(Duration.ofMillis(15), Duration.ofNanos(15_500_000));
        assertThat(lag.longest()).isEqualTo(Duration.ofMillis(40));
        assertThat(lag.measured()).isEqualTo(2);
    }

    @Test
    void whatIsPublishedAndNeverReceivedHasNoReceivers() {
        view.accept(said("orders", 0, published("order.lost")));

        assertThat(only(1).receivers()).isEmpty();
        assertThat(only(1).published()).isEqualTo(1);
    }

    @Test
    void theTrendIsThatOfTheLastMinute() {
        view.accept(said("mail", 0, received("order.created")));
        for (int i = 0; i < 100; i++) {
            view.accept(said("orders", i * 100, published("order.created")));
        }

        assertThat(receiver("mail", 10_000).trend()).isEqualTo(Trend.RISING);
        assertThat(receiver("mail", 100_000).trend()).as("a minute later").isEqualTo(Trend.STEADY);

        for (int i = 0; i < 50; i++) {
            view.accept(said("mail", 100_000 + i * 100, received("order.created")));
        }

        assertThat(receiver("mail", 105_000).trend()).isEqualTo(Trend.FALLING);
        assertThat(receiver("mail", 105_000).backlog()).isEqualTo(49);
    }

    @Test
    void aReceiverIsSilentIfMessagesGoOnWithoutIt() {
        view.accept(said("orders", 0, published("order.created")));
        view.accept(said("mail", 1, received("order.created")));

        assertThat(receiver("mail", 100_000).silentSince()).as("nothing to receive").isEmpty();

        view.accept(said("orders", 100_000, published("order.created")));
        view.accept(said("orders", 110_000, published("order.created")));

        assertThat(receiver("mail", 129_999).silentSince()).isEmpty();
        assertThat(receiver("mail", 130_000).silentSince()).contains(at(100_000));

        view.accept(said("mail", 130_001, received("order.created")));

        assertThat(receiver("mail", 500_000).silentSince()).isEmpty();
    }

    @Test
    void thePartAboutAServiceIsWhatItPublishesAndReceives() {
        view.accept(said("orders", 0, published("order.created")));
        view.accept(said("mail", 1, received("order.created")));
        view.accept(said("users", 2, published("user.created")));

        assertThat(view.report(at(9)).about(Set.of("mail")).events())
                .extracting(Messages.Event::name)
                .containsExactly("order.created");
    }

    @Test
    void whateverHappensEverythingAddsUp() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        long published = 0;
        long received = 0;
        for (int i = 0; i < 50_000; i++) {
            String event = "e" + random.nextInt(10);
            String key = "k" + random.nextInt(100_000);
            if (random.nextBoolean()) {
                published++;
                view.accept(said("p" + random.nextInt(2), i, published(event, key)));
            } else {
                received++;
                view.accept(said("r" + random.nextInt(3), i, received(event, key)));
            }
        }
        var events = view.report(at(50_000)).events();

        assertThat(events.stream().mapToLong(Messages.Event::published).sum()).as("seed %d", seed).isEqualTo(published);
        assertThat(events.stream().flatMap(event -> event.publishers().stream())
                        .mapToLong(Messages.Publisher::published).sum())
                .isEqualTo(published);
        assertThat(events.stream().flatMap(event -> event.receivers().stream())
                        .mapToLong(Messages.Receiver::received).sum())
                .isEqualTo(received);
        assertThat(events).allSatisfy(event -> assertThat(event.receivers())
                .allMatch(each -> each.backlog() == Math.max(0, event.published() - each.received())));
    }

    @Test
    void memoryIsBoundedAndWhatIsLeftOutIsCounted() {
        for (int i = 0; i < 1000; i++) {
            view.accept(said("orders", i, published("event-" + i)));
        }
        Messages report = view.report(at(1000));

        assertThat(report.others()).isPositive();
        assertThat(report.events().size() + report.others()).isEqualTo(1000);
    }
}
