package dev.brummer.plugins.parsers;

/** Makes {@code trace} parsers. */
public final class TraceParserFactory extends ParserKind {
    public TraceParserFactory() {
        super("trace", "Steps of a trace, from service to service", TraceParser::new);
    }
}
