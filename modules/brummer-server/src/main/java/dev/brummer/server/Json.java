package dev.brummer.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.brummer.api.Cause;
import dev.brummer.api.CheckView;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values of {@code dev.brummer.api} as JSON: records are objects, what is empty is left out, times are ISO 8601 in
 * UTC, durations are milliseconds.
 */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(words())
            .addMixIn(Cause.class, OfKind.class)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final double NANOS = 1e6;

    private Json() {}

    /** A cause tells of which kind it is: {@code "kind":"port-held"}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cause.State.class, name = "state"),
        @JsonSubTypes.Type(value = Cause.Check.class, name = "check"),
        @JsonSubTypes.Type(value = Cause.Part.class, name = "part"),
        @JsonSubTypes.Type(value = Cause.Wrote.class, name = "wrote"),
        @JsonSubTypes.Type(value = Cause.PortHeld.class, name = "port-held"),
        @JsonSubTypes.Type(value = Cause.FailedBefore.class, name = "failed-before"),
        @JsonSubTypes.Type(value = Cause.BreakerOpen.class, name = "breaker-open"),
        @JsonSubTypes.Type(value = Cause.Restarted.class, name = "restarted")
    })
    private interface OfKind {}

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        text(module, ServiceId.class, ServiceId::name, ServiceId::new);
        words(module, ServiceState.class, ServiceState::word);
        words(module, StreamName.class, StreamName::word);
        words(module, CheckView.Purpose.class, CheckView.Purpose::word);
        words(module, CheckView.Verdict.class, CheckView.Verdict::word);
        text(module, Instant.class, Instant::toString, Instant::parse);
        text(module, Path.class, Path::toString, Path::of);
        module.addSerializer(Duration.class, new Milliseconds());
        module.addDeserializer(Duration.class, new FromMilliseconds());
        return module;
    }

    /** Constants by the words that stand for them. */
    private static <E extends Enum<E>> void words(SimpleModule module, Class<E> type, Function<E, String> word) {
        text(module, type, word, given -> Stream.of(type.getEnumConstants())
                .filter(constant -> word.apply(constant).equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is none of that name")));
    }

    /** Finds out how such values are read, which takes much longer than to read one. */
    static void prepare(List<Class<?>> types) {
        for (Class<?> type : types) {
            var ignored = MAPPER.readerFor(type);
        }
    }

    static byte[] write(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** @throws IOException if it is not the JSON of such a value */
    static <T> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /** @throws IOException if it is not the JSON of such values */
    static <T> List<T> readList(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** @throws IOException if it is no JSON */
    static JsonNode tree(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ToText<>(type, write));
        module.addDeserializer(type, new FromText<>(type, read));
    }

    private static final class ToText<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, String> write;

        ToText(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(write.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> read;

        FromText(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                throw new IOException("'" + text + "' is not what was expected: " + e.getMessage(), e);
            }
        }
    }

    private static final class Milliseconds extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1;

        Milliseconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value.toNanos() / NANOS);
        }
    }

    private static final class FromMilliseconds extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1;

        FromMilliseconds() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Duration.ofNanos(Math.round(json.getDoubleValue() * NANOS));
        }
    }
}
