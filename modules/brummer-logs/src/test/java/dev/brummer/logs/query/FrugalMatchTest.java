package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What matching costs, and that one bound query serves several threads. */
class FrugalMatchTest {
    private static final int MANY = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused", "unheard", "\"connection refused\"", "not:unheard", "refused or unheard",
                "unheard level:error+", "service:auth", "auth refused", "id:42", "stage:core since:5m",
                "/refus[ed]+ \\(/"
            })
    void aPlainLineCostsNoMemory(String query) throws QueryException {
        BoundQuery bound = Query.parse(query, Dialect.PROMPT).bind(new TestingScope());
        Unit unit = Written.by("auth").unit("GET /api/users?id=42 failed: connection refused (0:15)");
        allocated(bound, unit);

        assertThat(allocated(bound, unit)).as("bytes for %d lines", MANY).isLessThan(MANY);
    }

    @Test
    void aColouredLineCostsNoMemoryEither() throws QueryException {
        BoundQuery bound = Query.parse("refused", Dialect.PROMPT).bind(new TestingScope());
        Unit unit = Written.by("auth").unit("\u001b[31mconnection re\u001b[1mfused\u001b[0m");
        assertThat(bound.matches(unit)).isTrue();
        allocated(bound, unit);

        assertThat(allocated(bound, unit)).isLessThan(MANY);
    }

    private static long allocated(BoundQuery bound, Unit unit) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int matches = 0;
        for (int i = 0; i < MANY; i++) {
            matches += bound.matches(unit) ? 1 : 0;
        }
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(matches).isIn(0, MANY);
        return after - before;
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        Query query = Query.parse("service:auth /re.*fused/ or \"größe\"", Dialect.PROMPT);
        BoundQuery bound = query.bind(new TestingScope());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> readers =
                    IntStream.range(0, 4).<Callable<Boolean>>mapToObj(i -> () -> reads(bound, i)).toList();
            for (Future<Boolean> each : threads.invokeAll(readers)) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private static boolean reads(BoundQuery bound, int reader) {
        boolean right = true;
        for (int i = 0; i < MANY; i++) {
            String colour = "\u001b[" + (reader * MANY + i) + "m";
            boolean wanted = (i + reader) % 3 == 0;
            String other = i % 3 == 0 ? "GRÖ" + colour + "SSE" : "refu" + colour + " sed";
            String text = wanted ? "re" + colour + "fused" : other;
            String prefix = "[" + (i % 7 == 0 ? "auth" : "name" + i) + "] ";
            Unit unit = Written.by("compose").unit(prefix + text);
            right &= bound.matches(unit) == (wanted && i % 7 == 0);
        }
        return right;
    }
}
