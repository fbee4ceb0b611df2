package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Joiner;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFilterTest {
    private static final Joiner.Maker TABS = () -> (bytes, offset, length) -> length > 0 && bytes[offset] == '\t';

    @TempDir
    Path folder;

    private final UnitFilter filter = new UnitFilter(
            unit -> unit.pieces().stream().anyMatch(UnitFilterTest::hasNeedle), TABS);
    private TestingJournal kit;
    private JournalCursor cursor;

    @BeforeEach
    void open() throws IOException {
        kit = new TestingJournal(folder);
        cursor = kit.journal.cursor(1);
    }

    @Test
    void linesInARowStayTogether() throws IOException {
        kit.log(AUTH, 1, "a needle\nanother needle\nnone\nlast needle\n");
        assertThat(picked()).containsExactly("1 auth/1 a needle", "2 auth/1 another needle", "4 auth/1 last needle");
    }

    @Test
    void aLineThatMakesTheDifferenceBringsTheLinesBeforeItsOwn() throws IOException {
        kit.log(AUTH, 1, "failed\n\tat here\n");
        assertThat(picked()).isEmpty();
        kit.log(ORDERS, 1, "needle elsewhere\n");
        assertThat(picked()).containsExactly("3 orders-2/1 needle elsewhere");
        kit.log(AUTH, 1, "\tat needle\n");
        assertThat(picked()).containsExactly("1 auth/1 failed", "2 auth/1 \tat here", "4 auth/1 \tat needle");
        kit.log(AUTH, 1, "\tat there\nafter\n");
        assertThat(picked()).containsExactly("5 auth/1 \tat there");
    }

    @Test
    void whereAllIsMeantABatchIsHandedOnAsItComes() throws IOException {
        kit.log(AUTH, 1, "one\n\ttwo\n");
        LogBatch batch = (LogBatch) TestingJournal.rest(cursor).getFirst();
        assertThat(new UnitFilter(BoundQuery.ALL, TABS).pick(batch)).containsExactly(batch);
    }

    @Test
    void anotherRunOfTheSameServiceContinuesNothing() throws IOException {
        kit.log(AUTH, 1, "needle\n");
        kit.log(AUTH, 2, "\tat home\n");
        assertThat(picked()).containsExactly("1 auth/1 needle");
    }

    private List<String> picked() throws IOException {
        List<JournalEntry> picked = new ArrayList<>();
        for (JournalEntry entry : TestingJournal.rest(cursor)) {
            picked.addAll(filter.pick((LogBatch) entry));
        }
        return TestingJournal.shown(picked);
    }

    private static boolean hasNeedle(LogBatch piece) {
        for (int i = 0; i < piece.size(); i++) {
            if (piece.text(i).contains("needle")) {
                return true;
            }
        }
        return false;
    }
}
