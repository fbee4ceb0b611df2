package dev.brummer.logs.query;

/** A regular expression takes too long on a line, so that the query cannot go on. The message is for a person. */
public final class SlowQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlowQueryException(String regex, Throwable cause) {
        super("/" + regex + "/ takes too long on some lines: try fewer of *, + and | inside each other", cause);
    }
}
