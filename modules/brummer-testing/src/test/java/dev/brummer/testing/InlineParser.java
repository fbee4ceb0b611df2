package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A parser of a few words, for lines with {@code took}; nobody finds it. */
record InlineParser(BiConsumer<LogLine, Consumer<Fact>> code, String... needles) implements LogParserFactory {
    static InlineParser of(BiConsumer<LogLine, Consumer<Fact>> code) {
        return new InlineParser(code, "took");
    }

    @Override
    public String id() {
        return "In Line";
    }

    @Override
    public String description() {
        return " ";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public LogParser create(Options options) {
        return new LogParser() {
            @Override
            public List<String> needles() {
                return List.of(needles);
            }

            @Override
            public void parse(LogLine line, Consumer<Fact> found) {
                code.accept(line, found);
            }
        };
    }
}
