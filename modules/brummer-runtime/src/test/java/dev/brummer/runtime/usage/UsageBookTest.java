package dev.brummer.runtime.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.Usage;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UsageBookTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final RunHandle FIRST = () -> "pid 1";
    private static final RunHandle SECOND = () -> "pid 2";

    private final UsageBook book = new UsageBook();

    private void look(int second, RunHandle run, double busySeconds, long bytes) {
        Usage usage = new Usage(OptionalLong.of(7), 2, bytes, Duration.ofMillis(Math.round(busySeconds * 1000)));
        book.add(Duration.ofSeconds(second), Map.of(WEB, run), Map.of(run, usage));
    }

    @Test
    void theShareOfAProcessorIsThatSinceTheLookBefore() {
        look(10, FIRST, 4, 1000);
        assertThat(book.of(WEB).processor()).isEmpty();
        look(12, FIRST, 5, 2000);
        assertThat(book.of(WEB).processor()).contains(0.5);
        assertThat(book.of(WEB).residentBytes()).isEqualTo(2000);
        assertThat(book.of(WEB).leader()).contains(7L);
    }

    @Test
    void anotherRunBeginsAnew() {
        look(10, FIRST, 4, 1000);
        look(20, FIRST, 5, 1000);
        look(30, SECOND, 1, 1000);
        assertThat(book.of(WEB).processor()).isEmpty();
        look(31, SECOND, 2, 1000);
        assertThat(book.of(WEB).processor()).contains(1.0);
    }

    @Test
    void whatDoesNotRunUsesNothing() {
        assertThat(book.of(WEB).processes()).isZero();
        look(10, FIRST, 4, 1000);
        book.add(Duration.ofSeconds(20), Map.of(WEB, FIRST), Map.of(FIRST, Usage.NOTHING));
        assertThat(book.of(WEB).leader()).isEmpty();
        assertThat(book.of(WEB).processor()).isEmpty();
    }
}
