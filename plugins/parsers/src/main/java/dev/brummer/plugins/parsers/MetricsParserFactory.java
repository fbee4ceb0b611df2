package dev.brummer.plugins.parsers;

/** Makes {@code metrics} parsers. */
public final class MetricsParserFactory extends ParserKind {
    public MetricsParserFactory() {
        super("metrics", "Figures that services print as JSON", MetricsParser::new);
    }
}
