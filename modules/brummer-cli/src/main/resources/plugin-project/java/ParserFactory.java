package @PACKAGE@;

import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** What Brummer asks before it reads a line. */
public final class @CLASS@ParserFactory implements LogParserFactory {
    @Override
    public String id() {
        return "@NAME@";
    }

    @Override
    public String description() {
        return "Finds what @NAME@ says it took.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OptionSpec.withDefault(
                "slower_than", OptionType.DURATION, "0s", "what took less is no fact"));
    }

    @Override
    public LogParser create(Options options) {
        return new @CLASS@Parser(options.duration("slower_than"));
    }
}
