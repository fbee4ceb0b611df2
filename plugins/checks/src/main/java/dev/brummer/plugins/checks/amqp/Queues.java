package dev.brummer.plugins.checks.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.http.HttpGet;
import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Given;
import dev.brummer.plugins.checks.net.TlsMode;
import dev.brummer.spi.Answer;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.Options;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Asks RabbitMQ's management for the deepest queues. */
final class Queues {
    /** Where there are more queues than these, the others hold no more messages than any of them. */
    private static final String DEEPEST =
            "/api/queues?page=1&page_size=100&columns=name,vhost,messages&sort=messages&sort_reverse=true";

    private static final int MOST_NAMED = 3;

    private final HttpGet get;
    private final long most;

    private Queues(HttpGet get, long most) {
        this.get = get;
        this.most = most;
    }

    /** Empty where no {@code management} is given. */
    static Optional<Queues> from(Options options, Credentials credentials) {
        Optional<String> management = Given.text(options, "management");
        if (management.isEmpty()) {
            return Optional.empty();
        }
        if (credentials.user().isEmpty()) {
            throw new IllegalArgumentException("'management' needs a user and a password");
        }
        String login = credentials.user().get() + ":" + credentials.password().orElse("");
        String basic = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
        boolean insecure = options.has("insecure") && options.flag("insecure");
        HttpGet get = HttpGet.of(
                management.get().strip().replaceFirst("/+$", "") + DEEPEST,
                insecure ? TlsMode.INSECURE : TlsMode.VERIFIED,
                List.of("Authorization: Basic " + basic));
        return Optional.of(new Queues(get, options.has("max_queue") ? options.integer("max_queue") : Long.MAX_VALUE));
    }

    /** {@code answer} of the broker, with its queues as components. */
    Answer addTo(Answer answer, Deadline deadline) {
        List<QueueReader.Queue> queues;
        try {
            HttpGet.Reply reply = get.send(deadline);
            if (reply.status() != 200) {
                return unknown(answer, "http " + reply.status() + " from the management");
            }
            queues = QueueReader.read(reply.body());
        } catch (IOException e) {
            return unknown(answer, String.valueOf(e.getMessage()));
        }
        List<Component> components = queues.stream().map(this::component).toList();
        List<QueueReader.Queue> full = queues.stream().filter(this::isFull).toList();
        return full.isEmpty()
                ? new Answer.Passing(answer.reason(), components)
                : new Answer.Degraded(culprits(full) + "; " + answer.reason(), components);
    }

    private static Answer unknown(Answer answer, String why) {
        return new Answer.Degraded("queues not known: " + why + "; " + answer.reason(), List.of());
    }

    private boolean isFull(QueueReader.Queue queue) {
        return queue.messages() > most;
    }

    private Component component(QueueReader.Queue queue) {
        return new Component(queue.name(), !isFull(queue), messages(queue.messages()));
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    private String culprits(List<QueueReader.Queue> full) {
        List<String> named = full.stream()
                .limit(MOST_NAMED)
                .map(queue -> queue.name() + " holds " + messages(queue.messages()))
                .toList();
        String others = full.size() > MOST_NAMED ? " and " + (full.size() - MOST_NAMED) + " more" : "";
        return String.join(", ", named) + others + ", more than " + most;
    }
}
