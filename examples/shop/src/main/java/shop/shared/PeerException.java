package shop.shared;

/** Another service could not be reached, or failed. */
public final class PeerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String peer;

    public PeerException(String peer, String message, Throwable cause) {
        super(message, cause);
        this.peer = peer;
    }

    public String peer() {
        return peer;
    }
}
