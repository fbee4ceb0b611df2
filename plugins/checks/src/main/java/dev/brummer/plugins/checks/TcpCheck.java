package dev.brummer.plugins.checks;

import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Endpoint;
import dev.brummer.plugins.checks.net.SocketCheck;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import java.io.IOException;
import java.net.Socket;

/**
 * Connects and closes. Closing first leaves the wait of TCP's last state on this side, so that the service can bind its
 * port again whatever happens to it. A reset would leave no state at all, but ends a Node server that has no
 * {@code error} listener on its sockets.
 */
final class TcpCheck extends SocketCheck {
    private final Endpoint endpoint;

    TcpCheck(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected Answer ask(CheckContext context, Deadline deadline) throws IOException {
        try (Socket socket = endpoint.connect(deadline)) {
            return Answer.passing("connected to " + Endpoint.label(socket));
        }
    }
}
