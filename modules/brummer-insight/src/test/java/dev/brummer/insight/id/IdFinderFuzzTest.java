package dev.brummer.insight.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a line is made of: nothing is thrown, and what is found is there. */
class IdFinderFuzzTest {
    private static final int ROUNDS = 30_000;
    private static final List<String> PARTS = List.of(
            "request", "requestId", "X-Request-Id", "req_id", "orderNumber", "order", "orders", "userId", "event",
            "order.created", "traceparent", "Trace", "id", "no", "a1b2c3", "12345", "17", "12ms", "v2",
            "550e8400-e29b-41d4-a716-446655440000", "4bf92f3577b34da6a3ce929d0e0e4736",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "pay_9f3", " ",
            " ", " ", "=", ":", "\"", "{", "}", "[", "]", "#", "/", "-", ".",
            "_", ",", "%", "@", "\\", "→", "é", "\t", "Root=");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final IdFinder finder = new IdFinder(List.of());

    @Test
    void theLookAtTheBytesMissesNoLineThatHoldsAnId() {
        for (int i = 0; i < ROUNDS; i++) {
            String line = line();
            byte[] bytes = line.getBytes(UTF_8);
            assertThat(finder.find(bytes, 0, bytes.length))
                    .as("seed %d: %s", seed, line)
                    .isEqualTo(finder.find(line));
        }
    }

    @Test
    void whatIsFoundIsWhereItIsSaidToBeAndInOrder() {
        for (int i = 0; i < ROUNDS; i++) {
            String line = line();
            int end = 0;
            for (FoundId id : finder.find(line)) {
                assertThat(id.start()).as("seed %d: %s", seed, line).isGreaterThanOrEqualTo(end);
                assertThat(line.substring(id.start(), id.end())).isEqualTo(id.value());
                assertThat(id.key()).isNotBlank();
                end = id.end();
            }
        }
    }

    @Test
    void anyBytesWhateverAndAnyPartOfThemAreFine() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = line().getBytes(UTF_8);
            for (int j = random.nextInt(4); j > 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0x1B : random.nextInt());
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            byte[] copy = Arrays.copyOfRange(bytes, from, to);
            assertThat(finder.find(bytes, from, to - from))
                    .as("seed %d: %s", seed, Arrays.toString(copy))
                    .isEqualTo(finder.find(copy, 0, copy.length));
        }
    }

    private String line() {
        var line = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            line.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return line.toString();
    }
}
