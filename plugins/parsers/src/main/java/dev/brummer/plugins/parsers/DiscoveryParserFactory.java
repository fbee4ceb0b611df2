package dev.brummer.plugins.parsers;

/** Makes {@code discovery} parsers. */
public final class DiscoveryParserFactory extends ParserKind {
    public DiscoveryParserFactory() {
        super("discovery", "Services that register for others, and that are found", DiscoveryParser::new);
    }
}
