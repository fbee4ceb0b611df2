package dev.brummer.plugins.parsers;

/** Makes {@code url} parsers. */
public final class UrlParserFactory extends ParserKind {
    public UrlParserFactory() {
        super("url", "Addresses at which services can be opened", UrlParser::new);
    }
}
