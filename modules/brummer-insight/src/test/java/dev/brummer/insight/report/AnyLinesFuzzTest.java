package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.error.ErrorSummary;
import dev.brummer.insight.error.Folding;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.logs.query.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever lines are made of: they are read and written down without a fault, and always in the same way. */
class AnyLinesFuzzTest {
    private static final int ROUNDS = 150;
    private static final int LINES = 30;
    private static final String MIX = "{}[]()<>\"'`:=,.|-!#@/\\␛⇥ →日🚀\u0301ERROR12ms5";

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void areReportedWithoutAFault() throws IOException {
        List<String> known = known();
        for (int round = 0; round < ROUNDS; round++) {
            String log = log(known);
            TracedRequest traced = Reports.traced(log, "a1b2c3");
            ErrorBook errors = Reports.errors(log);
            int columns = 10 + random.nextInt(150);
            var trace = new TraceText(Paint.NONE, columns, ZoneOffset.UTC, service -> Links.ABSOLUTE);
            var kinds = new ErrorsText(Paint.NONE, columns, ZoneOffset.UTC, service -> Links.ABSOLUTE);

            assertThat(trace.of(traced)).as("seed %d", seed).isNotBlank().isEqualTo(trace.of(traced));
            assertThat(TraceMarkdown.of(traced)).as("seed %d", seed).isNotBlank();
            assertThat(TraceFields.of(traced)).as("seed %d", seed).isNotEmpty();
            assertThat(kinds.of(errors.groups(), 0).isEmpty()).as("seed %d", seed).isEqualTo(errors.groups().isEmpty());
            assertThat(ErrorsMarkdown.of(errors.groups(), 0)).as("seed %d", seed).isNotNull();
            assertThat(ErrorFields.of(errors.groups())).as("seed %d", seed).hasSameSizeAs(errors.groups());
        }
    }

    @Test
    void haveATitleAndAnIdentityThatStays() throws IOException {
        List<String> known = known();
        for (int round = 0; round < ROUNDS; round++) {
            for (Unit unit : Script.of(log(known)).units()) {
                ErrorSummary summary = ErrorSummary.of(unit);
                assertThat(summary).as("seed %d", seed).isEqualTo(ErrorSummary.of(unit.detached()));
                assertThat(summary.title().length()).as("seed %d", seed).isLessThanOrEqualTo(300);
                assertThat(Folding.fold(Script.text(unit).lines().toList())).as("seed %d", seed).isNotNull();
            }
        }
    }

    private String log(List<String> known) {
        var log = new StringBuilder();
        int at = random.nextInt(known.size());
        for (int i = 0; i < LINES; i++) {
            at = random.nextInt(6) == 0 ? random.nextInt(known.size()) : (at + 1) % known.size();
            String line = random.nextInt(5) == 0 ? mixed() : known.get(at);
            String id = random.nextInt(4) == 0 ? "[a1b2c3] " : random.nextInt(6) == 0 ? "request a1b2c3, order 7 " : "";
            log.append(random.nextInt(3) == 0 ? "web " : "api ").append(i * 3).append(' ').append(id).append(line).append('\n');
        }
        return log.toString();
    }

    private String mixed() {
        var line = new StringBuilder();
        int[] mix = MIX.codePoints().toArray();
        for (int i = random.nextInt(60); i > 0; i--) {
            line.appendCodePoint(mix[random.nextInt(mix.length)]);
        }
        return line.toString();
    }

    private static List<String> known() throws IOException {
        List<String> lines = new ArrayList<>();
        try (var logs = Files.list(Path.of("src/test/resources/traces"))) {
            for (Path log : logs.sorted().toList()) {
                Files.readAllLines(log).forEach(line -> lines.add(line.substring(1)));
            }
        }
        return lines;
    }
}
