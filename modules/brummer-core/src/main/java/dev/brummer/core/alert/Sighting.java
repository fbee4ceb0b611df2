package dev.brummer.core.alert;

/**
 * What a rule makes of one thing it is about at one moment.
 *
 * @param about the thing, in words: {@code orders}
 * @param words what is so, in words: {@code orders unhealthy}, {@code orders is well again}
 * @param detail why, in words; may be empty
 */
record Sighting(Subject subject, Sign sign, String about, String words, String detail) {
    Sighting(Subject subject, Sign sign, String about, String words) {
        this(subject, sign, about, words, "");
    }

    /** What speaks for an alert, or against it. */
    enum Sign {
        /** The condition holds. */
        RAISES,
        /** Nobody can tell yet: what was so goes on being so. */
        KEEPS,
        /** It holds no more, but by so little that an alert which has begun is not over. */
        LINGERS,
        /** It does not hold. */
        CLEARS;

        /** That of a value with a limit. Without a margin a value that swings around its limit would never be quiet. */
        static Sign of(double value, double limit) {
            return value > limit ? RAISES : value > limit * MARGIN ? LINGERS : CLEARS;
        }
    }

    private static final double MARGIN = 0.9;
}
