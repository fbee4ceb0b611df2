package @PACKAGE@;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds lines such as {@code [@NAME@] checkout took 120 ms}. One object serves one instance of a service. */
final class @CLASS@Parser implements LogParser {
    private static final String NEEDLE = "[@NAME@]";
    private static final Pattern LINE = Pattern.compile("(?i:\\[@NAME@]) (?<what>\\S+) took (?<millis>\\d{1,9}) ms");

    private final Duration slowerThan;

    @CLASS@Parser(Duration slowerThan) {
        this.slowerThan = slowerThan;
    }

    @Override
    public List<String> needles() {
        return List.of(NEEDLE);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        Matcher matcher = line.matcher(LINE);
        if (matcher.find() && Duration.ofMillis(Long.parseLong(matcher.group("millis"))).compareTo(slowerThan) >= 0) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("what", matcher.group("what"));
            fields.put("millis", matcher.group("millis"));
            found.accept(new Fact.Other("@NAME@", fields));
        }
    }
}
