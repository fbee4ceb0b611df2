package dev.brummer.logs;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the bodies of frames of facts, as {@link FactWriter} wrote them. */
final class FactReader {
    private static final Fact.BreakerState[] STATES = Fact.BreakerState.values();
    private static final Fact.LimitOutcome[] OUTCOMES = Fact.LimitOutcome.values();

    private final List<String> texts = new ArrayList<>();
    private final ByteBuffer bytes;

    private FactReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The facts of a frame without the first {@code passed}; their bytes are read when somebody asks for them. */
    static FactBatch facts(FrameHeader frame, int passed) {
        long first = frame.sequence();
        int count = (int) frame.records();
        ByteBuffer body = frame.bytes().slice(frame.body(), frame.bodyLength());
        return new FactBatch(first + passed, Micros.toInstant(frame.micros()), count - passed, () -> {
            List<FoundFact> all = new FactReader(body.duplicate()).read(first, count);
            return all.subList(passed, count);
        });
    }

    private List<FoundFact> read(long first, int count) {
        List<FoundFact> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(next(first + i));
        }
        return facts;
    }

    private FoundFact next(long sequence) {
        FactKind kind = FactKind.of((int) number());
        Instant time = Micros.toInstant(number());
        InstanceId instance = new InstanceId(new ServiceId(text()), (int) number());
        return new FoundFact(
                sequence, time, instance, (int) number(), number(), new ServiceId(text()), text(), fact(kind));
    }

    private Fact fact(FactKind kind) {
        return switch (kind) {
            case CIRCUIT_BREAKER -> new Fact.CircuitBreaker(optional(), state());
            case RATE_LIMIT -> new Fact.RateLimit(optional(), optional(), maybe(), maybe(), outcome());
            case REQUEST_STARTED -> new Fact.RequestStarted(optional(), text(), text());
            case REQUEST_ENDED ->
                new Fact.RequestEnded(optional(), text(), text(), (int) number(), took(), optional());
            case MESSAGE_PUBLISHED -> new Fact.MessagePublished(text(), optional());
            case MESSAGE_RECEIVED -> new Fact.MessageReceived(text(), optional());
            case TRACE_STARTED -> new Fact.TraceStarted(text(), text());
            case TRACE_STEP -> new Fact.TraceStep(text(), text(), duration());
            case TRACE_ENDED -> new Fact.TraceEnded(text(), duration());
            case SERVICE_REGISTERED -> new Fact.ServiceRegistered(text(), text(), optional());
            case SERVICE_DEREGISTERED -> new Fact.ServiceDeregistered(text(), text());
            case SERVICES_DISCOVERED -> new Fact.ServicesDiscovered(names());
            case MEASURED -> new Fact.Measured(optional(), values());
            case URL_ANNOUNCED -> new Fact.UrlAnnounced(text());
            case PORT_TAKEN -> new Fact.PortTaken((int) number());
            case NEW_ERROR -> new Fact.NewError(text(), text());
            case OTHER -> new Fact.Other(text(), fields());
        };
    }

    private Fact.BreakerState state() {
        String word = text();
        for (Fact.BreakerState state : STATES) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no breaker is " + word);
    }

    private Fact.LimitOutcome outcome() {
        String word = text();
        for (Fact.LimitOutcome outcome : OUTCOMES) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no limiter has " + word);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            names.add(text());
        }
        return names;
    }

    private List<Fact.Value> values() {
        List<Fact.Value> values = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            values.add(new Fact.Value(text(), Double.longBitsToDouble(bytes.getLong())));
        }
        return values;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (long left = number(); left > 0; left--) {
            fields.put(text(), text());
        }
        return fields;
    }

    private Optional<Duration> took() {
        return number() == 0 ? Optional.empty() : Optional.of(duration());
    }

    private Duration duration() {
        return Duration.ofNanos(number());
    }

    private Optional<String> optional() {
        return number() == 0 ? Optional.empty() : Optional.of(text());
    }

    private OptionalLong maybe() {
        return number() == 0 ? OptionalLong.empty() : OptionalLong.of(number());
    }

    private String text() {
        int index = (int) number();
        if (index < texts.size()) {
            return texts.get(index);
        }
        byte[] utf8 = new byte[(int) number()];
        bytes.get(utf8);
        String text = new String(utf8, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte next = bytes.get();
        while (next < 0) {
            number |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes.get();
        }
        return number | (long) next << shift;
    }
}
