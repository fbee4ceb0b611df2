package dev.brummer.plugins.parsers;

/** Makes {@code rate-limit} parsers. */
public final class RateLimitParserFactory extends ParserKind {
    public RateLimitParserFactory() {
        super("rate-limit", "What rate limiters count and refuse", RateLimitParser::new);
    }
}
