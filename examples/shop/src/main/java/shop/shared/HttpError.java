package shop.shared;

/** An answer other than success that the caller is meant to see. */
public final class HttpError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public HttpError(int status, String message) {
        this(status, message, null);
    }

    public HttpError(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
