package dev.brummer.logs;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes the bodies of frames of facts. {@link FactReader} reads them. Numbers take as many bytes as they need, seven
 * bits each; a text is written where it comes first and is a number afterwards.
 */
final class FactWriter {
    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] bytes = new byte[256];
    private int size;

    static ByteBuffer body(List<FoundFact> found) {
        var body = new FactWriter();
        found.forEach(body::add);
        return ByteBuffer.wrap(body.bytes, 0, body.size).slice();
    }

    private void add(FoundFact found) {
        number(FactKind.of(found.fact()).code());
        number(Micros.of(found.time()));
        instance(found.instance());
        number(found.run());
        number(found.source());
        text(found.service().name());
        text(found.parser());
        fact(found.fact());
    }

    private void fact(Fact fact) {
        switch (fact) {
            case Fact.CircuitBreaker(var target, var state) -> optional(target).text(state.word());
            case Fact.RateLimit limit -> limit(limit);
            case Fact.RequestStarted(var id, var method, var path) -> optional(id).text(method).text(path);
            case Fact.RequestEnded ended -> request(ended);
            case Fact.MessagePublished(var event, var key) -> text(event).optional(key);
            case Fact.MessageReceived(var event, var key) -> text(event).optional(key);
            case Fact.TraceStarted(var trace, var service) -> text(trace).text(service);
            case Fact.TraceStep(var trace, var service, var took) -> text(trace).text(service).duration(took);
            case Fact.TraceEnded(var trace, var total) -> text(trace).duration(total);
            case Fact.ServiceRegistered(var registry, var name, var address) ->
                text(registry).text(name).optional(address);
            case Fact.ServiceDeregistered(var registry, var name) -> text(registry).text(name);
            case Fact.ServicesDiscovered(var names) -> names(names);
            case Fact.Measured(var service, var values) -> optional(service).values(values);
            case Fact.UrlAnnounced(var url) -> text(url);
            case Fact.PortTaken(var port) -> number(port);
            case Fact.NewError(var fingerprint, var title) -> text(fingerprint).text(title);
            case Fact.Other(var kind, var fields) -> text(kind).fields(fields);
        }
    }

    private void limit(Fact.RateLimit limit) {
        optional(limit.limiter()).optional(limit.client());
        optional(limit.used()).optional(limit.budget()).text(limit.outcome().word());
    }

    private void request(Fact.RequestEnded ended) {
        optional(ended.id()).text(ended.method()).text(ended.path()).number(ended.status());
        number(ended.took().isPresent() ? 1 : 0);
        ended.took().ifPresent(this::duration);
        optional(ended.client());
    }

    private void names(List<String> names) {
        number(names.size());
        names.forEach(this::text);
    }

    private void values(List<Fact.Value> values) {
        number(values.size());
        for (Fact.Value value : values) {
            text(value.name());
            fixed(Double.doubleToRawLongBits(value.value()));
        }
    }

    private void fields(Map<String, String> fields) {
        number(fields.size());
        fields.forEach((name, value) -> text(name).text(value));
    }

    private void instance(InstanceId instance) {
        text(instance.service().name()).number(instance.index());
    }

    private void duration(Duration duration) {
        number(duration.toNanos());
    }

    private FactWriter optional(Optional<String> text) {
        return text.isPresent() ? number(1).text(text.get()) : number(0);
    }

    private FactWriter optional(OptionalLong number) {
        return number.isPresent() ? number(1).number(number.getAsLong()) : number(0);
    }

    private FactWriter text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            return number(known);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(texts.size() - 1).number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    private FactWriter number(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    private void fixed(long number) {
        room(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(size, number);
        size += Long.BYTES;
    }

    private void room(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, (size + length) * 2);
        }
    }
}
