package dev.brummer.plugins.parsers;

/** Makes {@code port-conflict} parsers. */
public final class PortConflictParserFactory extends ParserKind {
    public PortConflictParserFactory() {
        super("port-conflict", "Ports that somebody else has", PortConflictParser::new);
    }
}
