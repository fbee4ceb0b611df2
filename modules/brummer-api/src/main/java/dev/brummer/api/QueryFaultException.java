package dev.brummer.api;

/** What somebody typed is no query. The message says why, and what would be one. */
public final class QueryFaultException extends Exception {
    private static final long serialVersionUID = 1;

    private final int position;

    /**
     * @param position where the fault is, in code points from the beginning of the query; its length where something is
     *     missing at the end
     */
    public QueryFaultException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Where the fault is, in code points from the beginning of the query. */
    public int position() {
        return position;
    }
}
