package dev.brummer.insight.id;

/** The W3C header that carries a trace: {@code 00-<trace>-<span>-01}. */
final class TraceParent {
    /** Where the trace's id begins in one. */
    static final int TRACE = 3;

    /** Where the span's id begins in one. */
    static final int SPAN = 36;

    static final int LENGTH = 55;
    private static final int FLAGS = 53;

    private TraceParent() {}

    static boolean is(String value) {
        return value.length() == LENGTH
                && value.charAt(TRACE - 1) == '-'
                && value.charAt(SPAN - 1) == '-'
                && value.charAt(FLAGS - 1) == '-'
                && IdShape.isHex(value, 0, TRACE - 1)
                && IdShape.isHex(value, TRACE, SPAN - 1)
                && IdShape.isHex(value, SPAN, FLAGS - 1)
                && IdShape.isHex(value, FLAGS, LENGTH)
                && !IdShape.isZero(value.substring(TRACE, SPAN - 1));
    }
}
