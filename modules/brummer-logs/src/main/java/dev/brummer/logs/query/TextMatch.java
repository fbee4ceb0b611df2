package dev.brummer.logs.query;

import dev.brummer.logs.scan.Folding;
import dev.brummer.logs.scan.Literal;
import dev.brummer.spi.host.AsciiBytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a line for text, whatever the case of its letters. */
final class TextMatch implements LineMatch {
    private final String folded;
    private final @Nullable Literal literal;
    private final boolean isLiteral;

    TextMatch(String text) {
        folded = Folding.fold(text);
        literal = Folding.literal(text).orElse(null);
        isLiteral = text.chars().allMatch(c -> c < 0x80);
    }

    /** A piece of it that can be looked for in bytes. */
    Optional<Literal> literal() {
        return Optional.ofNullable(literal);
    }

    @Override
    public boolean mayMatch(byte[] raw, int from, int to) {
        return literal == null || literal.mayStandIn(raw, from, to) >= 0;
    }

    @Override
    public boolean matches(byte[] text, int from, int to) {
        if (literal != null && isLiteral) {
            return literal.indexIn(text, from, to) >= 0;
        }
        boolean hopeless = AsciiBytes.all(text, from, to);
        return !hopeless && Folding.fold(new String(text, from, to - from, StandardCharsets.UTF_8)).contains(folded);
    }
}
