package dev.brummer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.runtime.history.StartSummary;
import dev.brummer.spi.host.DurationText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The starts that are kept, as a table for a person or as JSON. */
final class StartsText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> HEAD = List.of("START", "BEGAN", "LASTED", "EXIT", "LINES", "ERRORS");
    private static final int FIRST_NUMBER = 4;

    private StartsText() {}

    /** A table, oldest first. */
    static String table(List<StartSummary> starts, ZoneId zone, Instant now) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        starts.forEach(start -> rows.add(row(start, zone, now)));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ").append(i < FIRST_NUMBER ? row.get(i) + padding : padding + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<String> row(StartSummary start, ZoneId zone, Instant now) {
        return List.of(
                start.start().name(),
                start.begin().map(begin -> TIME.format(begin.atZone(zone))).orElse("?"),
                start.begin().map(begin -> lasted(begin, start.end().orElse(now))).orElse("?"),
                exit(start),
                String.format(Locale.ROOT, "%,d", start.lines()),
                String.format(Locale.ROOT, "%,d", start.errors()));
    }

    private static String lasted(Instant begin, Instant end) {
        Duration lasted = Duration.between(begin, end);
        return DurationText.of(lasted.compareTo(Duration.ofSeconds(10)) < 0
                ? lasted.truncatedTo(ChronoUnit.MILLIS)
                : lasted.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String exit(StartSummary start) {
        if (start.start().running()) {
            return "running";
        }
        return start.exit().isPresent() ? Integer.toString(start.exit().getAsInt()) : "killed";
    }

    /** An array, oldest first. */
    static String json(List<StartSummary> starts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (StartSummary start : starts) {
                json.writeStartObject();
                json.writeStringField("start", start.start().name());
                json.writeBooleanField("running", start.start().running());
                time("begin", start.begin(), json);
                time("end", start.end(), json);
                if (start.exit().isPresent()) {
                    json.writeNumberField("exit", start.exit().getAsInt());
                } else {
                    json.writeNullField("exit");
                }
                json.writeNumberField("lines", start.lines());
                json.writeNumberField("errors", start.errors());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private static void time(String name, Optional<Instant> time, JsonGenerator json) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        } else {
            json.writeNullField(name);
        }
    }
}
