package dev.brummer.plugins.parsers;

/** Makes {@code request} parsers. */
public final class RequestParserFactory extends ParserKind {
    public RequestParserFactory() {
        super("request", "HTTP requests that come in and are answered", RequestParser::new);
    }
}
