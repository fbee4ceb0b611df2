package dev.brummer.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where else output and events go. */
@EndToEnd
class SinksIT {
    private static final String TOKEN = "d41d8cd98f00b204";
    private static final int LINES = 3000;
    private static final String FLEET = """
            services:
              chatty: {type: task, command: "seq -f 'line %%.0f.' %d"}
              broken: {command: "echo of no use; exit 3"}
            """.formatted(LINES);

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();

    /** Is not ready for the first body. */
    private void answer(HttpExchange exchange) throws IOException {
        credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean ready = credentials.size() > 1;
        if (ready) {
            posted.add(body);
        }
        exchange.sendResponseHeaders(ready ? 204 : 503, -1);
        exchange.close();
    }

    @Test
    void everyLineIsInTheFilesThatRotateAndTheFailureIsPosted(Sandbox sandbox) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::answer);
        receiver.start();
        try {
            sandbox.yaml(FLEET + """
                            sinks:
                              - jsonl: {path: logs/all.jsonl, max_size: 50KB, max_files: 100}
                              - file: {path: logs/all.txt, max_size: 10KB, max_files: 100}
                              - webhook:
                                  url: http://127.0.0.1:%d/hook
                                  authorization: Bearer ${HOOK_TOKEN}
                            """.formatted(receiver.getAddress().getPort()))
                    .brum("up")
                    .env("HOOK_TOKEN", TOKEN)
                    .run()
                    .hasExitCode(1);
        } finally {
            receiver.stop(0);
        }

        List<String> all = IntStream.rangeClosed(1, LINES).mapToObj(i -> "line " + i + ".").toList();
        assertThat(chatter(sandbox, "all.jsonl", 50_000)).isEqualTo(all);
        assertThat(chatter(sandbox, "all.txt", 10_000)).isEqualTo(all);
        assertThat(posted).singleElement().asString()
                .contains("\"service\":\"broken\"", "\"to\":\"failed\"")
                .endsWith("],\"dropped\":0}");
        assertThat(credentials).hasSize(2).containsOnly("Bearer " + TOKEN);
        assertThat(textsBelow(sandbox.project())).noneMatch(text -> text.contains(TOKEN));
    }

    /** What chatty has written, from the oldest file to the newest. */
    private static List<String> chatter(Sandbox sandbox, String name, int size) {
        List<String> found = new ArrayList<>();
        int files = 1;
        while (!sandbox.read("logs/" + name + "." + files).isEmpty()) {
            files++;
        }
        assertThat(files).as("files of %s", name).isGreaterThan(3);
        for (int i = files - 1; i >= 0; i--) {
            String text = sandbox.read("logs/" + name + (i == 0 ? "" : "." + i));
            assertThat(text).endsWith("\n").hasSizeLessThanOrEqualTo(size);
            Pattern.compile("line [0-9]+\\.").matcher(text).results().map(MatchResult::group).forEach(found::add);
        }
        return found;
    }

    private static List<String> textsBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = files.filter(Files::isRegularFile).map(SinksIT::text).toList();
            assertThat(texts).hasSizeGreaterThan(10);
            return texts;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeDeliveredIsSaidInTheEnd(Sandbox sandbox) throws IOException {
        // Bound, and not listening: it refuses connections, and nobody else can get its port meanwhile.
        try (Socket refusing = new Socket()) {
            refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "http://127.0.0.1:" + refusing.getLocalPort();
            Ended ended = sandbox.yaml(FLEET + "sinks: [{webhook: {url: " + address + "/hook}}]\n")
                    .brum("up")
                    .run()
                    .hasExitCode(1);

            assertThat(ended.stdout())
                    .contains("1 entry did not reach webhook " + address + ", which cannot be connected to");
        }
    }

    @Test
    void aSinkThatCannotBeOpenedTakesNothingFromTheConsole(Sandbox sandbox) {
        Ended ended = sandbox.yaml("""
                services: {web: {type: task, command: echo hello}}
                sinks: [{jsonl: {path: brummer.yaml/x.jsonl}}, {file: {path: all.txt}}]
                """).brum("up").run().hasExitCode(0);

        assertThat(ended.stdout()).contains("web  | hello", "sink jsonl could not be opened: cannot write to ");
        assertThat(sandbox.read("all.txt")).contains("web  | hello");
    }
}
