package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;

/** What another service answered. */
public record Reply(String peer, int status, byte[] body) {
    /** Whether the peer did what it was asked to do. */
    public boolean succeeded() {
        return status < 300;
    }

    /** Whether the fault is the peer's. */
    public boolean failed() {
        return status >= 500;
    }

    /** The body as a record. */
    public <T> T as(Class<T> type) {
        try {
            return JSON.std.beanFrom(type, body);
        } catch (IOException e) {
            throw new PeerException(peer, peer + " answered " + status + " with a body that cannot be read", e);
        }
    }

    /** The same answer for the caller of this service. */
    public Response toResponse() {
        try {
            return Response.of(status, JSON.std.anyFrom(body));
        } catch (IOException e) {
            throw new PeerException(peer, peer + " answered " + status + " with a body that is not JSON", e);
        }
    }

    /** Takes any answer but a failure of the peer. */
    public Reply orThrow() {
        if (failed()) {
            throw new PeerException(peer, peer + " answered " + status, null);
        }
        return this;
    }
}
