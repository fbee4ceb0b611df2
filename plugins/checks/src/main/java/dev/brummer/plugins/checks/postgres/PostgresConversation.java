package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.ServerCheck.Conversation;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A start-up message, and what follows until the server has let somebody in, wants a password that nobody gave, or
 * refuses.
 *
 * <p>Where no login is asked for, the message names a user by guess. A server that wants a password says so whoever it
 * is, and logs nothing when the connection is closed then. One that trusts everybody refuses a user that it does not
 * have, with a line of level FATAL. That line is written once: from then on it is asked for encryption by GSSAPI, to
 * which a process of its own answers yes or no, with nothing in the log (asked for TLS, a server that has it logs the
 * handshake that does not follow).
 */
final class PostgresConversation implements Conversation {
    private static final int MOST_MESSAGES = 200;

    private final Login login;
    private boolean guessLogged;
    private boolean serverStarting;

    PostgresConversation(Login login) {
        this.login = login;
    }

    /** Whether the last answer was that the server does not take connections yet, or any more. */
    boolean isServerStarting() {
        return serverStarting;
    }

    @Override
    public Answer over(Connection connection, Deadline deadline) throws IOException {
        serverStarting = false;
        return guessLogged ? knock(connection, deadline) : startUp(connection, deadline);
    }

    private Answer knock(Connection connection, Deadline deadline) throws IOException {
        connection.send(PostgresRequest.gssEncryption());
        byte said = connection.read(1)[0];
        return switch (said) {
            case 'G', 'N' -> answered(deadline);
            case 'E' -> refusal(PostgresFault.read(PostgresMessage.read(connection, said).body()), deadline);
            default -> throw connection.unlike("postgres", said);
        };
    }

    private Answer startUp(Connection connection, Deadline deadline) throws IOException {
        Authentication authentication = new Authentication(login);
        connection.send(PostgresRequest.startUp(login));
        for (int count = 0; count < MOST_MESSAGES; count++) {
            PostgresMessage message = PostgresMessage.read(connection);
            Optional<Answer> end = switch (message.type()) {
                case 'R' -> follow(authentication.next(message.body(), deadline), connection);
                case 'E' -> Optional.of(refusal(PostgresFault.read(message.body()), deadline));
                case 'Z' -> Optional.of(letIn(connection, authentication, deadline));
                default -> Optional.empty();
            };
            if (end.isPresent()) {
                return end.get();
            }
        }
        throw new IOException("no postgres answer but messages without end");
    }

    private static Optional<Answer> follow(Authentication.Step step, Connection connection) throws IOException {
        return switch (step) {
            case Authentication.Send(byte[] bytes) -> {
                connection.send(bytes);
                yield Optional.empty();
            }
            case Authentication.End(Answer answer) -> Optional.of(answer);
            case Authentication.Continue() -> Optional.empty();
        };
    }

    private Answer letIn(Connection connection, Authentication authentication, Deadline deadline) throws IOException {
        if (!authentication.isOver()) {
            throw new IOException("no postgres answer but a greeting before the login");
        }
        connection.send(PostgresRequest.terminate());
        return login.asked()
                ? Answer.passing("postgres let " + login.user() + " in, in " + deadline.elapsed())
                : answered(deadline);
    }

    private Answer refusal(PostgresFault fault, Deadline deadline) {
        serverStarting = fault.isNotNow();
        String text = fault.text(login.credentials());
        if (serverStarting) {
            return Answer.failing("postgres takes no connections: " + text);
        }
        if (login.asked()) {
            return Answer.failing("postgres refuses " + login.user() + ": " + text);
        }
        guessLogged = true;
        return fault.isExhausted()
                ? new Answer.Degraded("postgres has no room: " + text, List.of())
                : answered(deadline);
    }

    private static Answer answered(Deadline deadline) {
        return Answer.passing("postgres answered in " + deadline.elapsed());
    }
}
