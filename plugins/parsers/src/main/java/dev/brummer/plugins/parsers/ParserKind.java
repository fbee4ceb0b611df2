package dev.brummer.plugins.parsers;

import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import java.util.List;
import java.util.function.Supplier;

/** What the factories of this plugin have in common: a name, a sentence, and nothing to choose. */
abstract class ParserKind implements LogParserFactory {
    private final String id;
    private final String description;
    private final Supplier<LogParser> parser;

    ParserKind(String id, String description, Supplier<LogParser> parser) {
        this.id = id;
        this.description = description;
        this.parser = parser;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public final LogParser create(Options options) {
        return parser.get();
    }
}
