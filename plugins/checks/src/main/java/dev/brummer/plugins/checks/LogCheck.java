package dev.brummer.plugins.checks;

import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Waits for a line that matches. */
final class LogCheck implements HealthCheck {
    private static final int LONGEST_QUOTE = 80;

    private final Pattern pattern;
    private Optional<String> found = Optional.empty();
    private long seen;

    LogCheck(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public Answer check(CheckContext context) throws InterruptedException {
        List<LogBatch> batches = found.isEmpty() ? context.newRecords(context.timeout().dividedBy(2)) : List.of();
        while (found.isEmpty() && !batches.isEmpty()) {
            found = firstMatch(batches);
            batches = context.newRecords(Duration.ZERO);
        }
        return found.map(line -> Answer.passing("logged: " + line)).orElseGet(this::notYet);
    }

    private Optional<String> firstMatch(List<LogBatch> batches) {
        for (LogBatch batch : batches) {
            for (int line = 0; line < batch.size(); line++) {
                seen++;
                String text = PlainText.withoutEscapes(batch.text(line));
                if (pattern.matcher(text).find()) {
                    return Optional.of(PlainText.oneLine(text, LONGEST_QUOTE));
                }
            }
        }
        return Optional.empty();
    }

    private Answer notYet() {
        String sought = PlainText.oneLine(pattern.pattern(), LONGEST_QUOTE);
        String read = seen == 1 ? "1 line" : seen + " lines";
        return Answer.failing("no line matches '" + sought + "' yet, " + read + " read");
    }
}
