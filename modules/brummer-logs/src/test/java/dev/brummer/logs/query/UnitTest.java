package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void itsLevelIsThatOfTheFirstLineThatClaimsOne() {
        assertThat(unit(piece(false, "/app/x.js:1", "throw new Error()", "error", "warn")).level())
                .isEqualTo(Level.ERROR);
        assertThat(unit(piece(false, "warn", "error")).level()).isEqualTo(Level.WARN);
        assertThat(unit(piece(false, "a", "b")).level()).isNull();
    }

    @Test
    void laterPiecesOfALongLineClaimNothing() {
        assertThat(unit(piece(true, "a"), piece(false, "error")).level()).isNull();
        assertThat(unit(piece(true, "warn"), piece(false, "error")).level()).isEqualTo(Level.WARN);
    }

    private static Unit unit(LogBatch... pieces) {
        return new Unit(List.of(pieces));
    }

    /** Each line claims the level that it names. */
    private static LogBatch piece(boolean continues, String... lines) {
        byte[] bytes = String.join("", lines).getBytes(UTF_8);
        int[] spans = new int[lines.length * 2];
        for (int i = 0, at = 0; i < lines.length; at += lines[i].length(), i++) {
            spans[2 * i] = at;
            spans[2 * i + 1] = lines[i].length();
        }
        return new LogBatch(
                1, Instant.EPOCH, InstanceId.only(new ServiceId("web")), 1, StreamName.STDERR, bytes, spans, continues,
                (in, offset, length) -> switch (new String(in, offset, length, UTF_8)) {
                    case "error" -> Level.ERROR;
                    case "warn" -> Level.WARN;
                    default -> null;
                });
    }
}
