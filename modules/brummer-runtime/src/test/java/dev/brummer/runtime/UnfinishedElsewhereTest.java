package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.api.SessionOverException;
import dev.brummer.api.UnfinishedView;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.StreamWriter;
import dev.brummer.logs.UnfinishedLines;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedElsewhereTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Journal journal;
    private UnfinishedLines lines;
    private StreamWriter web;
    private UnfinishedElsewhere elsewhere;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.create(
                folder, JournalSettings.keeping(1 << 20, 1), () -> NOON, (_, _, _) -> null, new StorageTrouble());
        lines = journal.unfinished();
        web = journal.stream(WEB, 2, StreamName.STDERR);
        elsewhere = new UnfinishedElsewhere((version, patience) -> OwnUnfinished.after(lines, version, patience));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void write(String text) {
        web.write(StandardCharsets.UTF_8.encode(text));
    }

    @Test
    void whatThereIsIsToldAtOnceAndAsItIsHere() throws Exception {
        write("\u001b[32mProceed?\u001b[0m ");

        assertThat(elsewhere.await(Duration.ZERO)).isTrue();
        LogBatch line = elsewhere.all().getFirst();
        LogBatch own = lines.all().getFirst();
        assertThat(elsewhere.all()).hasSize(1);
        assertThat(line.text(0)).isEqualTo("Proceed? ");
        assertThat(line.instance()).isEqualTo(WEB);
        assertThat(line.run()).isEqualTo(2);
        assertThat(line.stream()).isEqualTo(StreamName.STDERR);
        assertThat(line.time()).isEqualTo(own.time()).isEqualTo(NOON);
    }

    @Test
    void aChangeIsWaitedForAndWithoutOneTheSameIsToldAgain() throws Exception {
        write("10 %");
        assertThat(elsewhere.await(Duration.ZERO)).isTrue();
        assertThat(elsewhere.await(Duration.ZERO)).isTrue();
        assertThat(texts()).containsExactly("10 %");

        CompletableFuture<Boolean> changed = CompletableFuture.supplyAsync(() -> {
            try {
                return elsewhere.await(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        write("\r20 %");
        assertThat(changed.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(texts()).containsExactly("20 %");

        web.end();
        assertThat(elsewhere.await(Duration.ofMinutes(1))).isTrue();
        assertThat(texts()).isEmpty();
    }

    private List<String> texts() {
        return elsewhere.all().stream().map(line -> line.text(0)).toList();
    }

    @Test
    void onceTheFleetHasEndedThereIsNothing() throws Exception {
        write("Proceed? ");
        assertThat(elsewhere.await(Duration.ZERO)).isTrue();
        UnfinishedView view = OwnUnfinished.after(lines, 0, Duration.ZERO);
        journal.close();

        assertThatThrownBy(() -> OwnUnfinished.after(lines, view.version(), Duration.ofMinutes(1)))
                .isInstanceOf(SessionOverException.class);
        assertThat(elsewhere.await(Duration.ofMinutes(1))).isFalse();
        assertThat(elsewhere.all()).isEmpty();
    }
}
