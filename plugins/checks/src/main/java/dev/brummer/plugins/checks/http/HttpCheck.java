package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Endpoint;
import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.plugins.checks.net.Sentence;
import dev.brummer.plugins.checks.net.SocketCheck;
import dev.brummer.plugins.checks.net.TlsMode;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.Options;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;

/** Asks with a GET, and reads what a JSON body says of the service and its parts. */
final class HttpCheck extends SocketCheck {
    private final HttpTarget target;
    private final HttpRequest request;
    private final HttpVerdict verdict;
    private final TlsMode tls;

    private HttpCheck(HttpTarget target, HttpRequest request, HttpVerdict verdict, TlsMode tls) {
        this.target = target;
        this.request = request;
        this.verdict = verdict;
        this.tls = tls;
    }

    static HttpCheck from(Options options) {
        HttpTarget target = HttpTarget.parse(options.string("url"));
        List<String> status = options.has("status") ? options.strings("status") : List.of("200-399");
        boolean insecure = options.has("insecure") && options.flag("insecure");
        TlsMode encrypted = insecure ? TlsMode.INSECURE : TlsMode.VERIFIED;
        return new HttpCheck(
                target,
                HttpRequest.of(target.resource(), options.strings("headers")),
                new HttpVerdict(ExpectedStatus.parse(status), target.resource()),
                target.tls() ? encrypted : TlsMode.NONE);
    }

    @Override
    protected Answer ask(CheckContext context, Deadline deadline) throws IOException {
        Optional<Endpoint> endpoint = target.endpoint(context.firstPort());
        if (endpoint.isEmpty()) {
            return Answer.unknown("the service claims no port that " + target.resource()
                    + " could be asked on; claim one under 'ports' or write a whole URL");
        }
        try (Connection connection = Connection.open(endpoint.get(), tls, deadline)) {
            return exchange(connection, endpoint.get().label(), deadline);
        }
    }

    private Answer exchange(Connection connection, String host, Deadline deadline) throws IOException {
        HttpHead head;
        try {
            connection.send(request.bytes(host));
            head = HttpHead.read(connection.input());
        } catch (IOException e) {
            throw Sentence.about(e, connection.peer(), deadline);
        }
        Answer answer = answer(connection, head, deadline);
        if (head.closes()) {
            connection.awaitEnd();
        }
        return answer;
    }

    private Answer answer(Connection connection, HttpHead head, Deadline deadline) throws IOException {
        if (!head.mayHoldJson()) {
            return verdict.on(head.status(), new byte[0], deadline);
        }
        try {
            byte[] body = HttpBody.read(head, connection.input());
            return verdict.on(head.status(), body, deadline);
        } catch (SocketTimeoutException e) {
            return cut(head, "its body did not end within " + deadline.granted());
        } catch (EOFException e) {
            return cut(head, "its body was cut off");
        } catch (IOException e) {
            return cut(head, "its body could not be read: " + PlainText.oneLine(String.valueOf(e.getMessage()), 80));
        }
    }

    private static Answer cut(HttpHead head, String why) {
        return Answer.failing("http " + head.status() + ", but " + why);
    }
}
