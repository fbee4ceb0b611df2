package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.ended;
import static dev.brummer.insight.view.Facts.said;
import static dev.brummer.insight.view.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestsViewTest {
    private final RequestsView view = new RequestsView();

    private Requests.Route only(long millis) {
        assertThat(view.report(at(millis)).routes()).hasSize(1);
        return view.report(at(millis)).routes().getFirst();
    }

    private Optional<Duration> longest() {
        return only(600_000).whole().latency().map(Latency::longest);
    }

    @Test
    void requestsOfARouteAreTakenTogether() {
        view.accept(said("gateway", 0, ended("aa01", "/api/orders/1", 200, 10)));
        view.accept(said("gateway", 1000, ended("aa02", "/api/orders/2?full=1", 404, 30)));
        view.accept(said("gateway", 2000, ended("aa03", "/api/orders/3", 503, 20)));
        view.accept(said("gateway", 4000, ended("aa04", "/api/orders/4", 201, 40)));
        Requests.Route route = only(8000);

        assertThat(route.name()).contains(new Requests.Name("GET", "/api/orders/:id"));
        assertThat(route.whole().answered()).isEqualTo(4);
        assertThat(route.whole().clientErrors()).isEqualTo(1);
        assertThat(route.whole().serverErrors()).isEqualTo(1);
        assertThat(route.whole().errorRate()).isEqualTo(0.25);
        assertThat(route.whole().perSecond()).isEqualTo(0.5);
        assertThat(route.whole().latency().orElseThrow().p50()).isBetween(ms(20), ms(21));
        assertThat(route.slowest()).extracting(Requests.Slow::id).containsExactly("aa04", "aa02", "aa03");
    }

    @Test
    void theLastMinuteForgetsWhatIsOlder() {
        for (int second = 0; second < 300; second++) {
            view.accept(said("gateway", second * 1000L, ended("aa01", "/", second < 200 ? 500 : 200, 5)));
        }
        Requests.Route route = only(299_500);

        assertThat(route.whole().answered()).isEqualTo(300);
        assertThat(route.whole().serverErrors()).isEqualTo(200);
        assertThat(route.lastMinute().answered()).isBetween(55L, 60L);
        assertThat(route.lastMinute().serverErrors()).isZero();
        assertThat(route.lastMinute().perSecond()).isCloseTo(1, within(0.05));
        assertThat(only(1_000_000).lastMinute().answered()).isZero();
        assertThat(only(1_000_000).lastMinute().latency()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotSayHowLongItTookIsMeasuredFromItsStart() {
        view.accept(said("gateway", 0, started("aa01", "/a")));
        view.accept(said("gateway", 20, started("aa02", "/a")));
        view.accept(said("gateway", 50, ended("aa01", "/a", 200)));

        assertThat(longest()).contains(ms(50));
    }

    @Test
    void withoutAnIdItIsTheOnlyOpenRequestOfThatPath() {
        view.accept(said("gateway", 0, started("/a?x=1")));
        view.accept(said("gateway", 10, started("/b")));
        view.accept(said("users", 20, started("/a")));
        view.accept(said("gateway", 50, ended("/a?x=1", 200)));

        assertThat(longest()).contains(ms(50));
    }

    @Test
    void withTwoOpenNeitherIsGuessed() {
        view.accept(said("gateway", 0, started("/a")));
        view.accept(said("gateway", 10, started("/a")));
        view.accept(said("gateway", 50, ended("/a", 200)));
        view.accept(said("gateway", 60, ended("/a", 200)));

        assertThat(longest()).isEmpty();

        view.accept(said("gateway", 100, started("/a")));
        view.accept(said("gateway", 107, ended("/a", 200)));

        assertThat(longest()).contains(ms(7));
    }

    @Test
    void anAnswerWithATimeOfItsOwnEndsItsRequestToo() {
        view.accept(said("gateway", 0, started("aa01", "/a")));
        view.accept(said("gateway", 50, ended("aa01", "/a", 200, 3)));
        view.accept(said("gateway", 60, started("/a")));
        view.accept(said("gateway", 65, ended("/a", 200)));

        assertThat(longest()).contains(ms(5));
    }

    @Test
    void aRequestWhoseServiceWasStartedAgainIsNotAnswered() {
        var gateway = InstanceId.only(new ServiceId("gateway"));
        view.accept(said(gateway, 1, 0, started("/a")));
        view.accept(said(gateway, 2, 50, ended("/a", 200)));

        assertThat(longest()).isEmpty();
    }

    @Test
    void aRequestThatIsNeverAnsweredIsInTheWayForAWhileOnly() {
        view.accept(said("gateway", 0, started("/a")));
        view.accept(said("gateway", 400_000, started("/a")));
        view.accept(said("gateway", 400_050, ended("/a", 200)));

        assertThat(longest()).contains(ms(50));
    }

    @Test
    void aGatewayAndTheServiceBehindItAreTwoRoutes() {
        view.accept(said("orders", 0, ended("aa01", "/api/orders", 200, 10)));
        view.accept(said("gateway", 0, ended("aa01", "/api/orders", 200, 12)));

        assertThat(view.report(at(1)).routes())
                .extracting(route -> route.service().name())
                .containsExactly("gateway", "orders");
        assertThat(view.report(at(1)).about(Set.of("orders")).routes()).hasSize(1);
    }

    @Test
    void whatEverHappensEverythingAddsUp() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Map<String, long[]> model = new HashMap<>();
        int many = 20_000;
        for (int i = 0; i < many; i++) {
            String service = "s" + random.nextInt(3);
            String word = "w" + "abcdefghij".charAt(random.nextInt(10)) + "abcdefghij".charAt(random.nextInt(10));
            int status = 200 + 100 * random.nextInt(4);
            long[] sums = model.computeIfAbsent(service, _ -> new long[4]);
            sums[0]++;
            sums[1] += status == 400 ? 1 : 0;
            sums[2] += status == 500 ? 1 : 0;
            // The last twelve slots of five seconds.
            sums[3] += i * 10L >= (many * 10L / 5000 - 11) * 5000 ? 1 : 0;
            String path = "/" + word + "/" + random.nextInt(1000);
            view.accept(said(service, i * 10L, ended("id" + i, path, status, random.nextInt(100))));
        }
        Requests report = view.report(at(many * 10L));

        assertThat(report.routes()).hasSizeLessThanOrEqualTo(203).anyMatch(route -> route.name().isEmpty());
        model.forEach((service, sums) -> {
            var own = report.about(Set.of(service)).routes();
            assertThat(own.stream().mapToLong(route -> route.whole().answered()).sum())
                    .as("answered, seed %d", seed)
                    .isEqualTo(sums[0]);
            assertThat(own.stream().mapToLong(route -> route.whole().clientErrors()).sum())
                    .as("client errors, seed %d", seed)
                    .isEqualTo(sums[1]);
            assertThat(own.stream().mapToLong(route -> route.whole().serverErrors()).sum())
                    .as("server errors, seed %d", seed)
                    .isEqualTo(sums[2]);
            assertThat(own.stream().mapToLong(route -> route.lastMinute().answered()).sum())
                    .as("last minute, seed %d", seed)
                    .isEqualTo(sums[3]);
        });
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
