import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Says what is missing of the services' lines in the journal of the latest start; nothing if all is there, whole and in
 * order.
 *
 * <p>Usage: {@code JournalCheck LINES-FOLDER JOURNAL-FOLDER}.
 */
final class JournalCheck {
    private JournalCheck() {}

    public static void main(String[] arguments) throws IOException {
        ExpectedLines[] expected = ExpectedLines.all(Path.of(arguments[0]));
        Path start = JournalReader.starts(Path.of(arguments[1])).getLast();
        try (JournalReader reader = JournalReader.open(start, (bytes, offset, length) -> null)) {
            reader.tornTail().ifPresent(torn -> System.out.println("torn: " + torn));
            JournalCursor cursor = reader.cursor(1);
            for (List<JournalEntry> some = cursor.next(1 << 20); !some.isEmpty(); some = cursor.next(1 << 20)) {
                some.forEach(entry -> take(entry, expected));
            }
        }
        for (ExpectedLines service : expected) {
            service.tell();
        }
    }

    private static void take(JournalEntry entry, ExpectedLines[] expected) {
        if (entry instanceof Gap gap) {
            System.out.println("gap: " + gap);
        }
        if (entry instanceof LogBatch batch) {
            ExpectedLines service = expected[batch.instance().label().charAt(1) - '1'];
            for (int i = 0; i < batch.size(); i++) {
                service.take(batch.bytes(), batch.offset(i), batch.offset(i) + batch.length(i));
            }
        }
    }
}
