package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds misses of a cache, and counts them for each instance. */
public final class SampleParserFactory implements LogParserFactory {
    @Override
    public String id() {
        return "cache-miss";
    }

    @Override
    public String description() {
        return "Misses of the cache.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.withDefault("line", OptionType.PATTERN, "cache miss: (\\w+)", "the line"),
                OptionSpec.withDefault("caches", OptionType.STRINGS, "main", "the names of caches"));
    }

    @Override
    public LogParser create(Options options) {
        return new Misses(options.pattern("line"));
    }

    private static final class Misses implements LogParser {
        private final Pattern pattern;
        private int count;

        Misses(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public List<String> needles() {
            return List.of("cache miss");
        }

        @Override
        public void parse(LogLine line, Consumer<Fact> found) {
            Matcher miss = line.matcher(pattern);
            if (miss.find()) {
                count++;
                found.accept(new Fact.Other("cache-miss", Map.of("key", miss.group(1), "count", "" + count)));
            }
        }
    }
}
