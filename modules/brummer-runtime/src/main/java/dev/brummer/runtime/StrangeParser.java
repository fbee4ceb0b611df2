package dev.brummer.runtime;

import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.function.Consumer;

/** A log parser of a plugin that was dropped in, called as such. */
record StrangeParser(Contribution<?> whose, LogParser parser) implements LogParser {
    @Override
    public List<String> needles() {
        return PluginGuard.callQuietly(whose, parser::needles);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        boolean ignored = PluginGuard.callQuietly(whose, () -> {
            parser.parse(line, found);
            return true;
        });
    }
}
