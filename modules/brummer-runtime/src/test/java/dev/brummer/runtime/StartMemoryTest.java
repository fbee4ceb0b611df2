package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartMemoryTest {
    private static final ServiceId WEB = new ServiceId("web");

    @TempDir
    private Path folder;

    private void took(long... millis) throws IOException {
        for (long time : millis) {
            StartMemory memory = StartMemory.in(folder);
            memory.took(WEB, Duration.ofMillis(time));
            memory.keep();
        }
    }

    @Test
    void theFirstStartHasNothingToCompareWith() {
        assertThat(StartMemory.in(folder).usual(WEB)).isEmpty();
    }

    @Test
    void usualIsTheMiddleOfTheStartsBefore() throws IOException {
        took(100, 90_000, 120);
        assertThat(StartMemory.in(folder).usual(WEB)).contains(Duration.ofMillis(120));
        assertThat(StartMemory.in(folder).usual(new ServiceId("other"))).isEmpty();
    }

    @Test
    void onlyTheLatestNineCount() throws IOException {
        took(1, 1, 1, 1, 1, 9, 9, 9, 9, 9);
        assertThat(StartMemory.in(folder).usual(WEB)).contains(Duration.ofMillis(9));
        assertThat(folder.resolve("starts")).hasContent("web 1 1 1 1 9 9 9 9 9\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web 12 1x", "web 12 99999999999999999999", "web  12", "\n\n", "\0\0\0", "web"})
    void aTornFileIsNoMemoryAndIsReplaced(String torn) throws IOException {
        Files.writeString(folder.resolve("starts"), torn);
        assertThat(StartMemory.in(folder).usual(WEB)).isEmpty();
        took(50);
        assertThat(StartMemory.in(folder).usual(WEB)).contains(Duration.ofMillis(50));
    }

    @Test
    void bytesThatAreNoTextAreNoMemory() throws IOException {
        Files.write(folder.resolve("starts"), new byte[] {'w', (byte) 0xff, ' ', '1'});
        assertThat(StartMemory.in(folder).usual(WEB)).isEmpty();
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws IOException {
        took(50);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("starts"));
        }
    }
}
