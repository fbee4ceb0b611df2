package dev.brummer.plugins.parsers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;

/** One parser, fed as by the host: it gets the lines alone that hold one of its needles. */
final class Feed {
    private final LogParser parser;
    private final List<String> needles;

    Feed(String id) {
        parser = factories().stream()
                .filter(factory -> factory.id().equals(id))
                .findFirst()
                .orElseThrow()
                .create(new Options(Map.of()));
        needles = parser.needles().stream().map(needle -> needle.toLowerCase(Locale.ROOT)).toList();
    }

    static List<LogParserFactory> factories() {
        return ServiceLoader.load(LogParserFactory.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    List<String> needles() {
        return needles;
    }

    /** Whether the parser gets to see the line. */
    boolean isCandidate(TestingLine line) {
        String bytes = new String(line.bytes(), ISO_8859_1).toLowerCase(Locale.ROOT);
        return needles.stream().anyMatch(bytes::contains);
    }

    /** What the parser finds in the next line. */
    List<Fact> add(TestingLine line) {
        List<Fact> found = new ArrayList<>();
        if (isCandidate(line)) {
            parser.parse(line, found::add);
        }
        return found;
    }

    /** The same for a line that is known to be a candidate. */
    void parse(TestingLine line, List<Fact> to) {
        parser.parse(line, to::add);
    }
}
