package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(Cells.width("abc")).isEqualTo(3);
        assertThat(Cells.width("日本")).isEqualTo(4);
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.width("🚀")).isEqualTo(2);
        assertThat(Cells.width("→ █░│✗")).isEqualTo(6);
        assertThat(Cells.left("日", 4)).isEqualTo("日  ");
        assertThat(Cells.right("日", 4)).isEqualTo("  日");
        assertThat(Cells.cut("notifications", 6)).isEqualTo("notif…");
        assertThat(Cells.cut("orders", 6)).isEqualTo("orders");
    }

    @Test
    void breaksAtBlanksWhereThatWastesLittle() {
        assertThat(Cells.breaks("one two three", 8)).containsExactly(8, 13);
        assertThat(Cells.breaks("one verylongword", 8)).containsExactly(8, 16);
        assertThat(Cells.breaks("", 8)).containsExactly(0);
        assertThat(Cells.breaks("日本日本", 5)).containsExactly(2, 4);
    }

    @Test
    void brokenTextFitsAndIsComplete() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.appendCodePoint("ab  日🚀é\u0301-".codePointAt(random.nextInt(7)));
            }
            int columns = 2 + random.nextInt(20);
            int from = 0;
            for (int end : Cells.breaks(text.toString(), columns)) {
                assertThat(Cells.width(text.substring(from, end).stripTrailing()))
                        .as("seed %d: %s", seed, text)
                        .isLessThanOrEqualTo(columns);
                from = end;
            }
            assertThat(from).as("seed %d: %s", seed, text).isEqualTo(text.length());
        }
    }
}
