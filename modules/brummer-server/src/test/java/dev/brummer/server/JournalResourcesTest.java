package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brummer.server.TestServer.Answered;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class JournalResourcesTest {
    @TempDir
    private Path own;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(own);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private JsonNode page(String parameters) throws IOException {
        Answered answered = server.get("/v1/journal?" + parameters);
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return Json.tree(answered.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode page) {
        return page.path("entries").findValuesAsText("text");
    }

    private static String query(String query) {
        return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Test
    void theNewestEntriesOfEveryKindComeOldestFirst() throws IOException {
        server.session.write(PretendedSession.WEB, "too old", "hello");
        server.session.journal.stateChanged(
                PretendedSession.WEB, 1, ServiceState.STARTING, ServiceState.READY, "tcp 80", Optional.empty());
        server.session.journal.notice(Level.WARN, "a word of Brummer's own");
        JsonNode page = page("limit=3");
        assertThat(page.path("entries").findValuesAsText("type")).containsExactly("log", "state", "notice");
        assertThat(page.path("entries").findValuesAsText("seq")).containsExactly("2", "3", "4");
        assertThat(page.path("first").asLong()).isEqualTo(2);
        assertThat(page.path("last").asLong()).isEqualTo(4);
        assertThat(texts(page("limit=3&before=2"))).containsExactly("too old");
        assertThat(page("limit=3&before=1").path("entries")).isEmpty();
    }

    @Test
    void aQueryChoosesUnitsAndLeavesTheRestOut() throws IOException {
        server.session.write(
                PretendedSession.WEB, "ERROR first", "fine", "ERROR it broke", "    at Shop.buy(Shop.java:12)", "fine");
        server.session.journal.notice(Level.WARN, "broke as well");
        assertThat(texts(page(query("broke")))).containsExactly("ERROR it broke", "    at Shop.buy(Shop.java:12)");
        JsonNode newest = page(query("ERROR") + "&limit=1");
        assertThat(texts(newest)).containsExactly("ERROR it broke", "    at Shop.buy(Shop.java:12)");
        assertThat(newest.path("first").asLong()).isEqualTo(3);
        assertThat(texts(page(query("ERROR") + "&limit=1&before=3"))).containsExactly("ERROR first");
        assertThat(texts(page(query("service:worker")))).isEmpty();
    }

    @Test
    void pageByPageEverythingIsSeenOnce() throws IOException {
        server.session.writeMany(2500);
        for (String asked : List.of("limit=1000", "limit=1000&" + query("line"))) {
            JsonNode page = page(asked);
            List<String> seen = texts(page);
            while (page.path("first").asLong() > 1) {
                page = page(asked + "&before=" + page.path("first").asLong());
                seen.addAll(0, texts(page));
            }
            assertThat(seen).isEqualTo(IntStream.range(0, 2500).mapToObj(i -> "line " + i).toList());
        }
    }

    @Test
    void aPageHasABoundWhateverTheLinesAre() throws IOException {
        String[] lines = new String[400];
        Arrays.fill(lines, "x".repeat(40_000));
        server.session.write(PretendedSession.WEB, lines);
        Answered everything = server.get("/v1/journal?limit=1000");
        assertThat(everything.body().length()).isBetween(4 << 20, 8 << 20);
        assertThat(server.get("/v1/journal?limit=1000&query=xxx").body().length()).isBetween(4 << 20, 8 << 20);
    }

    @Test
    void aFaultInAQueryIsToldWithItsPlace() throws IOException {
        for (String path : List.of("/v1/journal", "/v1/journal/follow", "/v1/errors")) {
            Answered answered = server.get(path + "?" + query("service:wbe"));
            assertThat(answered.status()).isEqualTo(400);
            JsonNode fault = Json.tree(answered.body().getBytes(StandardCharsets.UTF_8));
            assertThat(fault.path("error").asText()).isEqualTo("bad-query");
            assertThat(fault.path("message").asText()).contains("wbe", "web");
            assertThat(fault.path("position").asInt()).isEqualTo(8);
        }
        assertThat(server.get("/v1/journal?" + query("/(/")).status()).isEqualTo(400);
    }

    @Test
    void whatIsNoNumberIsRefused() throws IOException {
        for (String parameter : List.of("limit=many", "limit=-1", "before=x", "limit=99999999999999999999")) {
            assertThat(server.get("/v1/journal?" + parameter).body()).contains("bad-parameter", "takes a number");
        }
        assertThat(server.get("/v1/journal/follow?after=5").body()).contains("no entry 5 yet");
    }

    @Test
    void runsTellWhyTheyBeganAndHowTheyEnded() throws IOException {
        var journal = server.session.journal;
        journal.stateChanged(PretendedSession.WEB, 1, ServiceState.PENDING, ServiceState.STARTING, "first start", Optional.empty());
        journal.stateChanged(PretendedSession.SECOND_WORKER, 1, ServiceState.PENDING, ServiceState.STARTING, "first start", Optional.empty());
        journal.stateChanged(PretendedSession.WEB, 1, ServiceState.STARTING, ServiceState.READY, "tcp 80", Optional.empty());
        journal.stateChanged(PretendedSession.WEB, 1, ServiceState.READY, ServiceState.BACKING_OFF, "exit 3", Optional.empty());
        journal.stateChanged(PretendedSession.WEB, 2, ServiceState.BACKING_OFF, ServiceState.STARTING, "restart policy", Optional.empty());
        Answered answered = server.get("/v1/services/web/runs");
        JsonNode runs = Json.tree(answered.body().getBytes(StandardCharsets.UTF_8));
        assertThat(runs.findValuesAsText("run")).containsExactly("1", "2");
        assertThat(runs.findValuesAsText("cause")).containsExactly("first start", "restart policy");
        assertThat(runs.at("/0/how").asText()).isEqualTo("backing-off");
        assertThat(runs.at("/0/reason").asText()).isEqualTo("exit 3");
        assertThat(runs.at("/0/ready").asText()).isEqualTo(PretendedSession.NOW.toString());
        assertThat(runs.at("/1").has("ended")).isFalse();
        assertThat(server.get("/v1/services/wbe/runs").status()).isEqualTo(404);
    }

    @Test
    void whatLinesSayIsPutTogetherAsTheCommandsDo() throws IOException {
        server.session.write(PretendedSession.WEB, "[Trace: a1b2c3] GET /cart", "[Trace: a1b2c3] ERROR no such cart");
        for (String view : List.of("breakers", "limits", "requests", "messages", "metrics", "discovery")) {
            assertThat(server.get("/v1/insight/" + view + "?service=web").status()).isEqualTo(200);
        }
        assertThat(server.get("/v1/insight/nonsense").body()).contains("no-such-view", "breakers, limits");
        assertThat(server.get("/v1/errors").body()).contains("no such cart");
        assertThat(server.get("/v1/errors?query=cart").body()).contains("no such cart");
        assertThat(server.get("/v1/errors?query=nothing").body().strip()).isEqualTo("[]");
        assertThat(server.get("/v1/requests/a1b2c3").body()).contains("GET /cart", "no such cart");
        assertThat(server.get("/v1/requests/zzz").body()).contains("no-such-request", "no line of this start");
    }
}
