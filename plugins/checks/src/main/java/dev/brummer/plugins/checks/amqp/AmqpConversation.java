package dev.brummer.plugins.checks.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Payload;
import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.plugins.checks.net.ServerCheck.Conversation;
import dev.brummer.spi.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * The protocol header, which the broker answers by introducing itself.
 *
 * <p>Seen with RabbitMQ 3.10: it warns of a client that leaves then, whatever it says before it does. A method out of
 * order, or a header of another version, is an error in its log. Only who has logged in can leave with a word: three
 * lines of information. A login is made where a user is given, and never by guess, since a refused one is an error
 * again.
 */
final class AmqpConversation implements Conversation {
    private static final byte[] HEADER = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int REPLY_SUCCESS = 200;

    private final Credentials credentials;
    private final String vhost;

    AmqpConversation(Credentials credentials, String vhost) {
        this.credentials = credentials;
        this.vhost = vhost;
        AmqpMethod.shortText(vhost);
    }

    @Override
    public Answer over(Connection connection, Deadline deadline) throws IOException {
        connection.send(HEADER);
        byte first = connection.read(1)[0];
        if (first == HEADER[0]) {
            return otherVersion(connection, first);
        }
        AmqpMethod start = expected(AmqpMethod.START, AmqpMethod.read(connection, first));
        start.arguments().skip(2);
        String broker = name(FieldTable.texts(start.arguments()));
        Payload mechanisms = start.arguments();
        String offered = mechanisms.text(mechanisms.int32());
        if (credentials.user().isEmpty()) {
            return Answer.passing(broker + " answered in " + deadline.elapsed());
        }
        return (" " + offered + " ").contains(" PLAIN ")
                ? logIn(connection, broker, deadline)
                : Answer.failing(broker + " offers no login by PLAIN, the one this check has");
    }

    private static Answer otherVersion(Connection connection, byte first) throws IOException {
        byte[] rest = connection.read(HEADER.length - 1);
        if (rest[0] != 'M' || rest[1] != 'Q' || rest[2] != 'P') {
            byte[] all = new byte[HEADER.length];
            all[0] = first;
            System.arraycopy(rest, 0, all, 1, rest.length);
            throw connection.unlike("amqp", all);
        }
        String version = rest[4] + "-" + rest[5] + (rest[4] == 0 ? "-" + rest[6] : "");
        return Answer.failing("amqp server speaks version " + version + " and not 0-9-1");
    }

    /** {@code RabbitMQ 3.10.8} */
    private static String name(Map<String, String> properties) {
        String product = properties.getOrDefault("product", "amqp server");
        return PlainText.oneLine(product + " " + properties.getOrDefault("version", ""), 40);
    }

    private Answer logIn(Connection connection, String broker, Deadline deadline) throws IOException {
        connection.send(startOk());
        AmqpMethod tune = AmqpMethod.read(connection);
        if (tune.id() == AmqpMethod.CLOSE) {
            return refused(connection, broker, tune.arguments());
        }
        connection.send(tuneOkAndOpen(expected(AmqpMethod.TUNE, tune).arguments()));
        AmqpMethod opened = AmqpMethod.read(connection);
        if (opened.id() == AmqpMethod.CLOSE) {
            return refused(connection, broker, opened.arguments());
        }
        expected(AmqpMethod.OPEN_OK, opened);
        String took = deadline.elapsed();
        connection.send(AmqpMethod.frame(
                AmqpMethod.CLOSE, AmqpMethod.int16(REPLY_SUCCESS), AmqpMethod.shortText(""), AmqpMethod.int32(0)));
        expected(AmqpMethod.CLOSE_OK, AmqpMethod.read(connection));
        return Answer.passing(broker + " let " + credentials.user().orElseThrow() + " in, in " + took);
    }

    private byte[] startOk() {
        String plain = "\0" + credentials.user().orElseThrow() + "\0" + credentials.password().orElse("");
        return AmqpMethod.frame(
                AmqpMethod.START_OK,
                FieldTable.ofClient(),
                AmqpMethod.shortText("PLAIN"),
                AmqpMethod.longText(plain.getBytes(UTF_8)),
                AmqpMethod.shortText("en_US"));
    }

    /** Takes what the server suggests, without heartbeats. */
    private byte[] tuneOkAndOpen(Payload tune) throws IOException {
        byte[] channelsAndFrame = tune.bytes(6);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(AmqpMethod.frame(AmqpMethod.TUNE_OK, channelsAndFrame, AmqpMethod.int16(0)));
        both.writeBytes(AmqpMethod.frame(
                AmqpMethod.OPEN, AmqpMethod.shortText(vhost), AmqpMethod.shortText(""), new byte[] {0}));
        return both.toByteArray();
    }

    private Answer refused(Connection connection, String broker, Payload close) throws IOException {
        int code = close.int16();
        String text = credentials.quote(close.text(close.int8()));
        connection.send(AmqpMethod.frame(AmqpMethod.CLOSE_OK));
        return Answer.failing(
                broker + " refuses " + credentials.user().orElseThrow() + ": " + text + " (" + code + ")");
    }

    private static AmqpMethod expected(int id, AmqpMethod method) throws IOException {
        if (method.id() != id) {
            throw new IOException("no amqp answer but method " + method.id() + " where " + id + " is due");
        }
        return method;
    }
}
