package dev.brummer.plugins.checks.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.ServerCheck.Conversation;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** AUTH, where there is a password, and PING. */
final class RedisPing implements Conversation {
    private final Credentials credentials;
    private final Optional<byte[]> login;

    RedisPing(Credentials credentials) {
        this.credentials = credentials;
        this.login = credentials.password().map(password -> {
            List<String> words = new ArrayList<>(List.of("AUTH"));
            credentials.user().ifPresent(words::add);
            words.add(password);
            return command(words);
        });
    }

    @Override
    public Answer over(Connection connection, Deadline deadline) throws IOException {
        if (login.isPresent()) {
            connection.send(login.get());
            RedisReply reply = RedisReply.read(connection);
            if (!reply.says("OK")) {
                return Answer.failing(reason(reply, "AUTH"));
            }
        }
        connection.send(command(List.of("PING")));
        RedisReply reply = RedisReply.read(connection);
        return reply.says("PONG")
                ? Answer.passing("redis answered PONG in " + deadline.elapsed())
                : Answer.failing(reason(reply, "PING"));
    }

    private static byte[] command(List<String> words) {
        StringBuilder text = new StringBuilder("*" + words.size() + "\r\n");
        for (String word : words) {
            text.append('$').append(word.getBytes(UTF_8).length).append("\r\n").append(word).append("\r\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private String reason(RedisReply reply, String command) {
        return switch (reply.code()) {
            case "NOAUTH" -> "redis wants a password, and none is given";
            case "WRONGPASS" -> "redis refuses the password";
            case "NOPERM" -> "redis does not let this user send " + command;
            case "LOADING" -> "redis is still loading its data";
            case "MASTERDOWN" -> "redis has lost its master and serves no old data";
            case "MISCONF" -> "redis cannot save its data to disk";
            case "BUSY" -> "redis is busy with a script";
            case "DENIED" -> "redis is in protected mode and denies this host";
            case "ERR" -> ofError(reply);
            default -> "redis answered " + command + " with '" + credentials.quote(reply.text()) + "'";
        };
    }

    /** Older servers know no code but this. */
    private String ofError(RedisReply reply) {
        if (reply.text().contains("invalid password")) {
            return "redis refuses the password";
        }
        if (reply.text().contains("no password is set") || reply.text().contains("without any password configured")) {
            return "redis has no password, though one is given";
        }
        // An unknown command is repeated with its arguments, which may be cut off in the midst of a password.
        String said = reply.text().substring("ERR".length()).replaceFirst(", with args beginning with.*", "");
        return "redis said: " + credentials.quote(said);
    }
}
