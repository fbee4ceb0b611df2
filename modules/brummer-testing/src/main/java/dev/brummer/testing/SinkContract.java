package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * What every sink must do: take entries of each kind and whatever services write, flush within a second and close within three, and
 * bear a second close. Answers with what is wrong, a sentence each.
 */
public final class SinkContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int LINES = 500;

    private final List<String> complaints = new ArrayList<>();

    private SinkContract() {}

    /**
     * What is wrong with a sink that is made for this and closed.
     *
     * @param options from {@link OptionTexts}
     */
    public static List<String> complaints(OutputSinkFactory factory, Options options, SinkContext context) {
        var contract = new SinkContract();
        contract.call("create", PATIENCE, () -> {
            contract.use(factory.create(options, context));
            return null;
        });
        return contract.complaints;
    }

    private void use(OutputSink sink) {
        call("accept", PATIENCE, () -> {
            sink.accept(everyKind().entries());
            sink.accept(hostile().entries());
            return null;
        });
        call("flush", FLUSH, () -> {
            sink.flush();
            return null;
        });
        call("flush, with nothing new,", FLUSH, () -> {
            sink.flush();
            return null;
        });
        for (String call : List.of("close", "close, the second time,")) {
            call(call, CLOSE, () -> {
                sink.close();
                return null;
            });
        }
    }

    private void call(String what, Duration longest, Callable<?> code) {
        Bounded.call(longest, code).ifPresent(fault -> complaints.add(
                fault instanceof TimeoutException
                        ? what + " took longer than " + longest.toSeconds() + " s"
                        : what + " threw " + fault));
    }

    private static ScriptedJournal everyKind() {
        return new ScriptedJournal()
                .state("service", ServiceState.PENDING, ServiceState.STARTING, "first start")
                .lines("service", "a line", "", "\u001b[31mred", "[error] a \u001b[2Jline → \"quoted\"\t\0")
                .facts("service", "test", new Fact.UrlAnnounced("http://127.0.0.1:3000"))
                .facts("service", "test", new Fact.Other("cache-miss", Map.of("key", "a b")))
                .notice(Level.WARN, "two\nlines")
                .gap(12, "no longer kept")
                .errors("service", "the last");
    }

    private static ScriptedJournal hostile() {
        Garbage garbage = new Garbage(42, List.of("error"), List.of());
        ScriptedJournal journal = new ScriptedJournal();
        InstanceId copy = new InstanceId(new ServiceId("service"), 2);
        for (int i = 0; i < LINES; i++) {
            journal.bytes(copy, 1 + i % 3, StreamName.STDERR, garbage.next());
        }
        return journal;
    }
}
