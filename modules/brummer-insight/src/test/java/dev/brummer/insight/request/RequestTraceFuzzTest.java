package dev.brummer.insight.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever requests do at once: no line is given to two of them, and none is taken from another. */
class RequestTraceFuzzTest {
    private static final int ROUNDS = 120;
    private static final int LINES = 40;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final IdFinder finder = new IdFinder(List.of());

    @Test
    void everyLineBelongsToOneRequestAtMost() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            String log = log();
            Map<Long, String> owners = new HashMap<>();
            for (int request = 0; request < 4; request++) {
                String id = "aaa11" + request;
                for (Hop hop : trace(log, id).hops()) {
                    String before = owners.put(hop.unit().sequence(), id);
                    assertThat(before).as("seed %d, %d in%n%s", seed, hop.unit().sequence(), log).isNull();
                }
            }
        }
    }

    @Test
    void aRequestHasAllLinesThatNameItInTheirOrderAndNoneThatNamesAnother() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            String log = log();
            TracedRequest traced = trace(log, "aaa110");
            List<Long> sequences = traced.hops().stream().map(hop -> hop.unit().sequence()).toList();

            assertThat(sequences).as("seed %d%n%s", seed, log).isSorted().doesNotHaveDuplicates();
            traced.hops().forEach(hop -> assertThat(requests(Script.text(hop.unit())))
                    .as("seed %d%n%s", seed, log)
                    .isSubsetOf("aaa110"));
            assertThat(traced.hops().stream().filter(hop -> !requests(Script.text(hop.unit())).isEmpty()))
                    .as("seed %d%n%s", seed, log)
                    .hasSize((int) log.lines().filter(line -> line.contains("aaa110")).count());
            assertThat(trace(log, "aaa110")).usingRecursiveComparison().isEqualTo(traced);
        }
    }

    private Set<String> requests(String line) {
        return finder.find(line).stream().filter(FoundId::isRequest).map(FoundId::value).collect(Collectors.toSet());
    }

    /** Lines that name a request, an order or a job, or a request beside one of them. */
    private String log() {
        var log = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            String thing = (random.nextBoolean() ? "order " : "job ") + (7000 + random.nextInt(5));
            String request = "request aaa11" + random.nextInt(4);
            String text = switch (random.nextInt(4)) {
                case 0 -> request;
                case 1 -> request + " for " + thing;
                case 2 -> thing;
                default -> "working";
            };
            log.append("web ").append(i * (random.nextInt(3) + 1)).append(' ').append(text).append('\n');
        }
        return log.toString();
    }

    private TracedRequest trace(String log, String id) throws IOException {
        return new RequestTrace(Script.of(log), Script.LITERALS, finder, new NameBook(Map.of())).trace(id);
    }
}
