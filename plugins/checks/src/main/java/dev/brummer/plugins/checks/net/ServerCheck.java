package dev.brummer.plugins.checks.net;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import java.io.IOException;
import java.util.Optional;

/** A check that asks a server in the server's own protocol, over a connection of its own each time. */
public final class ServerCheck extends SocketCheck {
    private final Server server;
    private final Conversation conversation;

    /** What is said over a connection, from its first byte to the answer. */
    @FunctionalInterface
    public interface Conversation {
        /**
         * Asks once. The connection is closed afterwards.
         *
         * @throws IOException if the other side is silent, leaves, or speaks something else
         */
        Answer over(Connection connection, Deadline deadline) throws IOException;
    }

    public ServerCheck(Server server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
    }

    @Override
    public Answer ask(CheckContext context, Deadline deadline) throws IOException {
        Optional<Endpoint> endpoint = server.endpoint(context.firstPort());
        if (endpoint.isEmpty()) {
            return Answer.unknown("the service claims no port to be asked on; claim one under 'ports' or write 'port'");
        }
        try (Connection connection = Connection.open(endpoint.get(), server.tls(), deadline)) {
            return converse(connection, deadline);
        }
    }

    private Answer converse(Connection connection, Deadline deadline) throws IOException {
        try {
            return conversation.over(connection, deadline);
        } catch (IOException e) {
            throw connection.about(e);
        }
    }
}
