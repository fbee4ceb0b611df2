package dev.brummer.plugins.parsers;

/** Makes {@code messages} parsers. */
public final class MessageParserFactory extends ParserKind {
    public MessageParserFactory() {
        super("messages", "Messages that are published and received", MessageParser::new);
    }
}
