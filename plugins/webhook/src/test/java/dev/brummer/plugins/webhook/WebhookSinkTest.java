package dev.brummer.plugins.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSinkTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05.120Z");
    private static final InstanceId AUTH = InstanceId.only(new ServiceId("auth"));

    private final ManualTimer timer = new ManualTimer();
    private final ScriptedPost post = new ScriptedPost();
    private final List<String> warnings = new ArrayList<>();

    private WebhookSink sink(List<String> facts, List<String> states, boolean notices) {
        var delivery = new Delivery("http://hook", 100, Duration.ofSeconds(1), post, timer, warnings::add);
        return new WebhookSink(Selection.of(facts, states, notices), delivery);
    }

    private static StateChange change(long sequence, ServiceState from, ServiceState to) {
        return new StateChange(sequence, TIME, AUTH, 1, from, to, "exit 1", Optional.empty());
    }

    private static FactBatch facts(Fact... facts) {
        List<FoundFact> found = new ArrayList<>();
        for (Fact fact : facts) {
            found.add(new FoundFact(20 + found.size(), TIME, AUTH, 1, 4, AUTH.service(), "test", fact));
        }
        return new FactBatch(20, TIME, facts.length, () -> found);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(OutputSinkFactory.class)).extracting(OutputSinkFactory::id).contains("webhook");
    }

    @Test
    void theChosenStatesArePostedAsTheJsonOutputHasThem() throws IOException {
        sink(List.of(), List.of("failed, unhealthy"), false).accept(List.of(
                change(1, ServiceState.STARTING, ServiceState.READY),
                change(2, ServiceState.STARTING, ServiceState.FAILED),
                change(3, ServiceState.FAILED, ServiceState.FAILED),
                new LogBatch(
                        4, TIME, AUTH, 1, StreamName.STDOUT, new byte[] {'x'}, new int[] {0, 1}, false, (_, _, _) -> null),
                new Notice(5, TIME, Level.WARN, "not this"),
                new Gap(6, TIME, 1, "nor this")));
        timer.elapse(Duration.ofSeconds(1));
        assertThat(post.bodies)
                .containsExactly("{\"entries\":[{\"type\":\"state\",\"time\":\"2026-11-22T15:04:05.120000Z\",\"seq\":2,"
                        + "\"service\":\"auth\",\"run\":1,\"from\":\"starting\",\"to\":\"failed\","
                        + "\"reason\":\"exit 1\"}],"
                        + "\"dropped\":0}");
    }

    @Test
    void theChosenKindsOfFactsArePostedOneByOne() throws IOException {
        sink(List.of("circuit-breaker", "port-taken"), List.of(), false).accept(List.of(facts(
                new Fact.UrlAnnounced("http://localhost:3000"),
                new Fact.PortTaken(3000),
                new Fact.CircuitBreaker(Optional.of("db"), Fact.BreakerState.OPEN))));
        timer.elapse(Duration.ofSeconds(1));
        assertThat(post.bodies).singleElement().asString()
                .contains("\"seq\":21", "\"kind\":\"port-taken\"", "\"seq\":22", "\"state\":\"open\"")
                .doesNotContain("localhost");
    }

    @Test
    void factsAreNotMadeWhereNoneAreChosen() throws IOException {
        var unwanted = new FactBatch(1, TIME, 1, () -> {
            throw new AssertionError("nobody asked");
        });
        sink(List.of(), List.of("failed"), false).accept(List.of(unwanted));
        timer.elapse(Duration.ofSeconds(1));
        assertThat(post.bodies).isEmpty();
    }

    @Test
    void noticesArePostedWhereTheyAreAskedFor() throws IOException {
        sink(List.of(), List.of(), true).accept(List.of(new Notice(5, TIME, Level.WARN, "disk full")));
        timer.elapse(Duration.ofSeconds(1));
        assertThat(post.bodies).singleElement().asString().contains("\"text\":\"disk full\"");
    }

    @Test
    void whatIsLeftGoesOutInTheEnd() throws IOException {
        var delivery = new Delivery("http://hook", 100, Duration.ofHours(1), post, Timer.REAL, warnings::add);
        try (var sink = new WebhookSink(Selection.of(List.of(), List.of("failed"), false), delivery)) {
            sink.accept(List.of(change(2, ServiceState.STARTING, ServiceState.FAILED)));
            sink.flush();
        }
        assertThat(post.bodies).hasSize(1);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Selection.of(List.of(), List.of("failed, broken"), false))
                .hasMessageStartingWith("webhook: there is no state 'broken'; there are: pending, waiting, starting");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "secret", "ftp://example.org/secret", "//example.org/secret", "http:///secret", "http://exa mple/secret",
        "https://example.org:99999/secret", "", "file:///secret"
    })
    void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> Target.of(url, List.of(), Optional.empty(), Duration.ofSeconds(1)))
                .hasMessage("webhook: 'url' must be a whole http or https address, as https://example.org/hook")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no-colon-secret|webhook: each of 'headers' must be written as 'Name: value'",
        "a b: secret|webhook: each of 'headers' must be written as 'Name: value'",
        "authorization: secret|webhook: give Authorization as 'authorization', whose value comes from a variable",
        "Host: secret|webhook: the header Host cannot be set",
        "X-Key:|webhook: the header X-Key has no value, or one with characters that no header may have",
        "X-Key: sec\u0007ret|webhook: the header X-Key has no value, or one with characters that no header may have"
    })
    void aHeaderThatCannotBeSentIsRefusedWithoutItsValue(String header, String message) {
        assertThatThrownBy(() ->
                        Target.of("http://localhost", List.of(header), Optional.empty(), Duration.ofSeconds(1)))
                .hasMessage(message);
    }

    @Test
    void nothingSecretIsSaidOfATarget() {
        var target = Target.of(
                "https://hooks.example.org:8443/T0/secret?key=secret",
                List.of("X-Key: secret"),
                Optional.of("Bearer secret"),
                Duration.ofSeconds(1));
        assertThat(target.name()).isEqualTo("https://hooks.example.org:8443");
        assertThat(target).hasToString("https://hooks.example.org:8443");
        assertThatThrownBy(() -> Target.of(
                        "https://me:secret@example.org/", List.of(), Optional.empty(), Duration.ofSeconds(1)))
                .hasMessage("webhook: 'url' must not hold a password; give it as 'authorization'");
    }
}
