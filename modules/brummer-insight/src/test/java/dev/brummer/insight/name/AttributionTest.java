package dev.brummer.insight.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.LinePrefix;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that says it is another service's becomes that service's; every other line stays as it is. */
class AttributionTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05Z");
    private static final NameBook BOOK = new NameBook(Map.of(
            service("stack"), Set.of(),
            service("auth"), Set.of("Login Box", "k"),
            service("orders"), Set.of()));

    private final Attribution attribution = new Attribution(() -> BOOK);

    private static ServiceId service(String name) {
        return new ServiceId(name);
    }

    private static LogBatch wrote(boolean continues, String... lines) {
        return wrote(StreamName.STDOUT, continues, lines);
    }

    private static LogBatch wrote(StreamName stream, boolean continues, String... lines) {
        byte[] bytes = String.join("\n", lines).replace('␛', '\u001b').getBytes(UTF_8);
        int[] spans = new int[lines.length * 2];
        for (int i = 0, at = 0; i < lines.length; i++) {
            spans[i * 2] = at;
            spans[i * 2 + 1] = lines[i].replace('␛', '\u001b').getBytes(UTF_8).length;
            at += spans[i * 2 + 1] + 1;
        }
        return new LogBatch(
                1, TIME, InstanceId.only(service("stack")), 1, stream, bytes, spans, continues, (_, _, _) -> null);
    }

    private LogBatch attributed(LogBatch batch) {
        return (LogBatch) attribution.of(batch);
    }

    /** {@code SERVICE: TEXT} as a margin would show it. */
    private static String shown(LogBatch batch, int line) {
        Heading heading = batch.heading(line);
        int skipped = heading == null ? 0 : heading.length();
        String text = new String(batch.bytes(), batch.offset(line) + skipped, batch.length(line) - skipped, UTF_8);
        return batch.service(line) + ": " + text.replace('\u001b', '␛');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', ignoreLeadingAndTrailingWhitespace = false, value = {
        "auth-1  | listening§auth: listening",
        "auth-1  |   indented§auth:   indented",
        "auth_1 | listening§auth: listening",
        "k | short§auth: short",
        "k-2 | short§auth: short",
        "auth  |§auth: ",
        "auth  | §auth: ",
        "[auth] listening§auth: listening",
        "[Login Box] hello§auth: hello",
        "[orders]§orders: ",
        "␛[36mauth-1  | ␛[0mlistening§auth: listening",
        "␛[36mauth-1  |␛[0m ␛[31mred␛[0m§auth: ␛[31mred␛[0m",
        "␛[1;36m[auth]␛[39m␛[22m ␛[0;31mred§auth: ␛[0;31mred",
        "[␛[34mauth␛[39m] blue§auth: blue",
        "␛[34m[auth]␛[39m ␛[39mplain§auth: plain",
        "[stack] its own§stack: [stack] its own",
        "stack-1  | its own§stack: stack-1  | its own",
        "[INFO] x§stack: [INFO] x",
        "  [auth] in a list§stack:   [auth] in a list",
        "[auth]x§stack: [auth]x",
        "auth | orders |§auth: orders |",
        "[auth] [orders] x§auth: [orders] x",
    })
    void whatNamesAServiceIsThatOnesLine(String line, String expected) {
        assertThat(shown(attributed(wrote(false, line)), 0)).isEqualTo(expected);
    }

    @Test
    void onlyTheLinesThatSaySoAreOthers() {
        LogBatch batch = attributed(wrote(false, "Attaching to auth-1", "auth-1  | a", "b", "orders-1  | c"));

        assertThat(List.of(shown(batch, 0), shown(batch, 1), shown(batch, 2), shown(batch, 3)))
                .containsExactly("stack: Attaching to auth-1", "auth: a", "stack: b", "orders: c");
        assertThat(batch.instance()).isEqualTo(InstanceId.only(service("stack")));
        assertThat(shown(batch.lines(3, 4), 0)).isEqualTo("orders: c");
        assertThat(shown(batch.lines(1, 3).detached(), 0)).isEqualTo("auth: a");
    }

    @Test
    void thePiecesOfALongLineAreTheSameServices() {
        assertThat(shown(attributed(wrote(true, "auth | begin")), 0)).isEqualTo("auth: begin");
        assertThat(shown(attributed(wrote(StreamName.STDERR, false, "other")), 0)).isEqualTo("stack: other");
        assertThat(shown(attributed(wrote(true, "[orders] midst")), 0)).isEqualTo("auth: [orders] midst");
        assertThat(shown(attributed(wrote(false, "end", "next")), 0)).isEqualTo("auth: end");
        assertThat(shown(attributed(wrote(false, "next")), 0)).isEqualTo("stack: next");
    }

    @Test
    void aLaterPieceNamesNobody() {
        LogBatch first = wrote(true, "begin");
        LogBatch second = wrote(false, "[auth] end", "[auth] next");

        assertThat(shown(attributed(first), 0)).isEqualTo("stack: begin");
        assertThat(shown(attributed(second), 0)).isEqualTo("stack: [auth] end");
        assertThat(shown(attributed(wrote(false, "[auth] x")), 0)).isEqualTo("auth: x");
    }

    @Test
    void behindAGapALineIsNoPiece() {
        LogBatch ignored = attributed(wrote(true, "auth | begin"));
        JournalEntry gap = attribution.of(new Gap(2, TIME, 3, "skipped"));

        assertThat(gap).isInstanceOf(Gap.class);
        assertThat(shown(attributed(wrote(false, "x")), 0)).isEqualTo("stack: x");
    }

    @Test
    void whatServicesCallThemselvesCountsFromThenOn() {
        var book = new NameBook(Map.of(service("stack"), Set.of(), service("auth"), Set.of()));
        var learning = new Attribution(() -> book);
        assertThat(shown((LogBatch) learning.of(wrote(false, "[zebra] x")), 0)).isEqualTo("stack: [zebra] x");

        byte[] line = "{\"service\":\"zebra\"}".getBytes(UTF_8);
        book.learn(service("auth"), line, 0, line.length);

        assertThat(shown((LogBatch) learning.of(wrote(false, "[zebra] x")), 0)).isEqualTo("auth: x");
    }

    @Test
    void whereThereIsOneServiceNoLineIsAnothers() {
        var alone = new Attribution(() -> new NameBook(Map.of(service("auth"), Set.of())));
        LogBatch batch = wrote(false, "auth-1  | x");

        assertThat(alone.of(batch)).isSameAs(batch);
    }

    static List<Long> seeds() {
        return new Random().longs(30).boxed().toList();
    }

    /** The first look at a line must not differ from the whole rule, and of what names nobody nothing is left out. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theShortWayComesToWhatTheLongOneDoes(long seed) {
        var random = new Random(seed);
        String[] parts = {
            "auth", "AUTH", "orders", "order", "stack", "k", "login", "Box", "box", "info", "-", "_", "-1", "[", "] ", "]",
            "|", " | ", " ", "  ", "␛[36m", "␛[0m", "␛", "\t", "x", "ä", "s", "service", ".", "7", "é |"
        };
        for (int i = 0; i < 2000; i++) {
            var line = new StringBuilder();
            for (int j = random.nextInt(7); j > 0; j--) {
                line.append(parts[random.nextInt(parts.length)]);
            }
            LogBatch batch = wrote(false, "x" + line, line.toString());
            LogBatch seen = attributed(batch);

            for (int j = 0; j < 2; j++) {
                ServiceId expected = byTheWholeRule(batch, j);
                assertThat(seen.service(j)).as("'%s'", batch.text(j)).isEqualTo(expected);
                boolean isOwn = expected.equals(service("stack"));
                assertThat(seen.heading(j) == null).as("'%s'", batch.text(j)).isEqualTo(isOwn);
            }
        }
    }

    private static ServiceId byTheWholeRule(LogBatch batch, int line) {
        int from = batch.offset(line);
        LinePrefix prefix = LinePrefix.find(batch.bytes(), from, from + batch.length(line));
        if (prefix == null) {
            return service("stack");
        }
        String name = prefix.name(batch.bytes());
        return BOOK.exactly(name)
                .or(() -> BOOK.exactly(LinePrefix.unnumbered(name)))
                .orElse(service("stack"));
    }
}
