package dev.brummer.insight.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts are found by parsers, and what a parser does wrong is its own trouble. */
class FactSearchTest {
    private static final ServiceId ORDERS = new ServiceId("orders");
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05Z");
    private static final Duration PATIENCE = Duration.ofMillis(80);

    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();
    private final CountDownLatch testOver = new CountDownLatch(1);
    private long sequence = 1;

    @AfterEach
    void letEverybodyGo() {
        testOver.countDown();
        threads.forEach(ExecutorService::shutdownNow);
    }

    private final class Troubles implements ParserTrouble {
        @Override
        public void unusable(String parser, Throwable why) {
            trouble.add(parser + " unusable: " + why.getMessage());
        }

        @Override
        public void broke(String parser, Place place, Throwable why) {
            trouble.add(parser + " broke at " + place.sequence() + " of " + place.instance() + ": " + why.getMessage());
        }

        @Override
        public void switchedOff(String parser, int times) {
            trouble.add(parser + " off after " + times);
        }

        @Override
        public void hangs(String parser, Place place, Duration since) {
            trouble.add(parser + " hangs at " + place.sequence());
        }
    }

    private static ParserKind kind(String id, String needle, BiConsumer<LogLine, Consumer<Fact>> parse) {
        return new ParserKind(id, () -> new LogParser() {
            @Override
            public List<String> needles() {
                return List.of(needle);
            }

            @Override
            public void parse(LogLine line, Consumer<Fact> found) {
                parse.accept(line, found);
            }
        });
    }

    /** Finds the line itself. */
    private static ParserKind echo(String id, String needle) {
        return kind(id, needle, (line, found) -> found.accept(new Fact.UrlAnnounced(line.text())));
    }

    private FactSearch search(ParserKind... kinds) {
        NameBook names = new NameBook(Map.of(
                ORDERS, Set.of(), new ServiceId("payments"), Set.of(), new ServiceId("gateway"), Set.of("API Gateway")));
        return new FactSearch(
                List.of(kinds),
                names,
                new Troubles(),
                () -> {
                    threads.add(Executors.newSingleThreadExecutor());
                    return threads.getLast();
                },
                PATIENCE);
    }

    private LogBatch batch(boolean continues, String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        int[] spans = new int[lines.length * 2];
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            spans[i * 2] = at;
            spans[i * 2 + 1] = lines[i].getBytes(UTF_8).length;
            at += spans[i * 2 + 1] + 1;
        }
        long first = sequence;
        sequence += lines.length;
        return new LogBatch(
                first, TIME, InstanceId.only(ORDERS), 2, StreamName.STDOUT, bytes, spans, continues, (_, _, _) -> null);
    }

    private static List<String> shown(List<FoundFact> facts) {
        return facts.stream()
                .map(found -> found.source() + " " + found.parser() + ": " + ((Fact.UrlAnnounced) found.fact()).url())
                .toList();
    }

    @Test
    void aFactKnowsTheLineInWhichItWasFound() throws InterruptedException {
        List<FoundFact> facts = search(echo("url", "://")).find(List.of(batch(false, "one", "\u001b[32mhttp://two\u001b[0m")));

        assertThat(facts)
                .containsExactly(new FoundFact(
                        0, TIME, InstanceId.only(ORDERS), 2, 2, ORDERS, "url", new Fact.UrlAnnounced("http://two")));
    }

    @Test
    void factsComeInTheOrderOfTheirLinesAndOfTheParsers() throws InterruptedException {
        FactSearch search = search(echo("a", "needle"), echo("b", "two"));

        assertThat(shown(search.find(List.of(batch(false, "needle one", "two"), batch(false, "two needles")))))
                .containsExactly("1 a: needle one", "2 b: two", "3 b: two needles", "3 a: two needles");
    }

    @Test
    void aNameBeforeTheLineSaysWhoSaysSo() throws InterruptedException {
        List<FoundFact> facts = search(echo("url", "://"))
                .find(List.of(batch(false, "gateway-1  | http://a", "[API Gateway] http://b", "[stranger] http://c")));

        assertThat(facts).extracting(found -> found.service().name()).containsExactly("gateway", "gateway", "orders");
        assertThat(facts).extracting(found -> found.instance().service()).containsOnly(ORDERS);
    }

    @Test
    void namesInFactsAreThoseOfTheServices() throws InterruptedException {
        FactSearch search = search(kind("breaker", "breaker", (line, found) ->
                found.accept(new Fact.CircuitBreaker(Optional.of(line.text().substring(8)), Fact.BreakerState.OPEN))));

        assertThat(search.find(List.of(batch(false, "breaker Payment service", "breaker bank"))))
                .extracting(FoundFact::fact)
                .containsExactly(
                        new Fact.CircuitBreaker(Optional.of("payments"), Fact.BreakerState.OPEN),
                        new Fact.CircuitBreaker(Optional.of("bank"), Fact.BreakerState.OPEN));
    }

    @Test
    void ofALineInPiecesOnlyTheFirstIsParsed() throws InterruptedException {
        FactSearch search = search(echo("url", "url"));

        List<FoundFact> facts = new ArrayList<>(search.find(List.of(batch(true, "url 1", "url 2 goes on"))));
        facts.addAll(search.find(List.of(batch(true, "with url"), batch(false, "and url", "url 3"))));

        assertThat(shown(facts)).containsExactly("1 url: url 1", "2 url: url 2 goes on", "5 url: url 3");
    }

    @Test
    void aParserThatBreaksGoesOnAndIsToldOnceUntilItHasBrokenTooOften() throws InterruptedException {
        FactSearch search = search(
                kind("bad", "line", (line, found) -> {
                    throw new IllegalStateException("no " + line.text());
                }),
                echo("good", "line"));
        String[] lines = new String[30];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "line " + i;
        }

        assertThat(search.find(List.of(batch(false, lines)))).hasSize(30);

        assertThat(trouble).containsExactly("bad broke at 1 of orders: no line 0", "bad off after 20");
    }

    @Test
    void aParserThatHangsIsGivenUpAndTheOthersGoOnBehindItsLine() throws InterruptedException {
        FactSearch search = search(echo("good", "line"), kind("bad", "hang", (line, found) -> awaitQuietly()));

        List<FoundFact> facts = search.find(List.of(
                batch(false, "line 1", "line 2 hangs", "line 3"), batch(false, "line 4 would hang", "line 5")));

        assertThat(shown(facts))
                .containsExactly(
                        "1 good: line 1",
                        "2 good: line 2 hangs",
                        "3 good: line 3",
                        "4 good: line 4 would hang",
                        "5 good: line 5");
        assertThat(trouble).containsExactly("bad hangs at 2");
        assertThat(threads).hasSize(2);
    }

    @Test
    void aThreadThatWasGivenUpAsksNobodyWhenItComesBack() throws InterruptedException {
        List<Long> asked = new CopyOnWriteArrayList<>();
        FactSearch search = search(
                kind("bad", "hang", (line, found) -> awaitQuietly()),
                kind("good", "line", (line, found) -> asked.add(line.sequence())));
        List<FoundFact> ignored = search.find(List.of(batch(false, "hang on this line"), batch(false, "line 2", "line 3")));

        testOver.countDown();
        threads.getFirst().shutdown();

        assertThat(threads.getFirst().awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).containsExactly(2L, 3L);
    }

    // Interrupting it does not help: it waits for the test's end whatever happens.
    private void awaitQuietly() {
        boolean interrupted = false;
        while (testOver.getCount() > 0) {
            try {
                testOver.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPatternThatTakesTooLongIsAFaultOfItsParser() throws InterruptedException {
        Pattern slow = Pattern.compile("(a+)+\\1b|c");
        FactSearch search = search(kind("slow", "aaa", (line, found) -> {
            boolean ignored = line.matcher(slow).find();
        }));

        assertThat(search.find(List.of(batch(false, "a".repeat(60))))).isEmpty();

        assertThat(trouble).containsExactly("slow broke at 1 of orders: too many steps");
    }

    @Test
    void whatIsNoFactIsAFaultOfItsParser() throws InterruptedException {
        FactSearch search = search(
                kind("null", "line", (line, found) -> found.accept(null)),
                kind("hollow", "line", (line, found) -> found.accept(new Fact.UrlAnnounced(null))),
                kind("huge", "line", (line, found) -> found.accept(new Fact.UrlAnnounced("x".repeat(100_000)))),
                kind("endless", "line", (line, found) -> {
                    while (true) {
                        found.accept(new Fact.PortTaken(1));
                    }
                }));

        assertThat(search.find(List.of(batch(false, "line")))).extracting(FoundFact::parser).containsOnly("endless");

        assertThat(trouble)
                .containsExactlyInAnyOrder(
                        "null broke at 1 of orders: a fact is null",
                        "hollow broke at 1 of orders: url",
                        "huge broke at 1 of orders: url has 100000 characters, more than 8192",
                        "endless broke at 1 of orders: more than 1000 facts in one line");
    }

    @Test
    void aParserThatCannotBeMadeOrDeclaresNothingUsefulIsLeftOut() throws InterruptedException {
        FactSearch search = search(
                new ParserKind("broken", () -> {
                    throw new IllegalArgumentException("'limit' must be positive");
                }),
                echo("short", "ab"),
                echo("foreign", "größe"),
                echo("good", "line"));

        assertThat(shown(search.find(List.of(batch(false, "a line ab größe"))))).containsExactly("1 good: a line ab größe");

        assertThat(trouble)
                .containsExactly(
                        "broken unusable: 'limit' must be positive",
                        "short unusable: the needle 'ab' is not of three or more ASCII characters",
                        "foreign unusable: the needle 'größe' is not of three or more ASCII characters");
    }

    @Test
    void everyInstanceHasAParserOfItsOwn() throws InterruptedException {
        FactSearch search = search(new ParserKind("counting", () -> new LogParser() {
            private int count;

            @Override
            public List<String> needles() {
                return List.of("line");
            }

            @Override
            public void parse(LogLine line, Consumer<Fact> found) {
                count++;
                found.accept(new Fact.PortTaken(count));
            }
        }));
        LogBatch orders = batch(false, "line", "line");
        LogBatch other = new LogBatch(
                9,
                TIME,
                new InstanceId(ORDERS, 2),
                1,
                StreamName.STDOUT,
                "line".getBytes(UTF_8),
                new int[] {0, 4},
                false,
                (_, _, _) -> null);

        assertThat(search.find(List.of(orders, other)))
                .extracting(FoundFact::fact)
                .containsExactly(new Fact.PortTaken(1), new Fact.PortTaken(2), new Fact.PortTaken(1));
    }
}
