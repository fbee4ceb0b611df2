package dev.brummer.logs.scan;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Letters without regard to case: those of ASCII among themselves, others as Unicode's simple folding pairs them. No
 * letter of ASCII is ever the same as one beyond it, so that bytes can be compared as long as all is ASCII.
 */
public final class Folding {
    private static final int REPLACEMENT = 0xFFFD;

    private Folding() {}

    /** The text with every letter in the form that stands for all its cases. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().map(Folding::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int fold(int point) {
        if (point < 0x80) {
            return Ascii.lower(point);
        }
        int folded = Character.toLowerCase(Character.toUpperCase(point));
        return folded < 0x80 ? point : folded;
    }

    /**
     * A piece of a text whose bytes are the same, ASCII aside, whatever the case: the one that is rarest; empty where
     * there is none.
     */
    public static Optional<Literal> literal(String text) {
        return Stream.of(pieces(text).split("\0"))
                .filter(piece -> !piece.isEmpty())
                .map(Literal::of)
                .min(Comparator.comparingDouble(Literal::probability));
    }

    private static String pieces(String text) {
        var pieces = new StringBuilder();
        text.codePoints().map(point -> isFixed(point) ? point : 0).forEach(pieces::appendCodePoint);
        return pieces.toString();
    }

    /** Whether no other character is the same but for case, and none stands for broken text. */
    static boolean isFixed(int point) {
        return point < 0x80 || (point != REPLACEMENT && !Character.isUpperCase(point) && !Character.isLowerCase(point)
                && Character.toLowerCase(point) == point && Character.toUpperCase(point) == point
                && Character.getType(point) != Character.SURROGATE);
    }
}
