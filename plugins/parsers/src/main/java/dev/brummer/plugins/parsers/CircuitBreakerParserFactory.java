package dev.brummer.plugins.parsers;

/** Makes {@code circuit-breaker} parsers. */
public final class CircuitBreakerParserFactory extends ParserKind {
    public CircuitBreakerParserFactory() {
        super("circuit-breaker", "Circuit breakers that open and close", CircuitBreakerParser::new);
    }
}
