package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @Test
    void plainLinesAreWhatWasSaidAndHideWhatIsBelowTheLevel() {
        Log log = log(Log.Format.TEXT);
        log.debug("quiet");
        log.info("[Trace: %s] → Auth Service (%dms)", "5f3a2b1c", 12);
        assertEquals("[Trace: 5f3a2b1c] → Auth Service (12ms)\n", text(stdout));
    }

    @Test
    void errorsGoToStderrWithTheirStackTrace() {
        log(Log.Format.TEXT).error(new IllegalStateException("no answer"), "Payment failed");
        assertTrue(text(stderr).startsWith("ERROR Payment failed\njava.lang.IllegalStateException: no answer\n\tat "));
        assertEquals("", text(stdout));
    }

    @Test
    void jsonLinesNameTheRequest() throws IOException {
        RequestContext.within("a1b2c3", () -> {
            log(Log.Format.JSON).info("said \"so\"");
            return null;
        });
        Map<String, Object> line = JSON.std.mapFrom(text(stdout));
        assertEquals("a1b2c3", line.get("request"));
        assertEquals("said \"so\"", line.get("message"));
        assertEquals("orders", line.get("service"));
    }

    private Log log(Log.Format format) {
        return new Log("orders", Log.Level.INFO, format, stdout, stderr);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }
}
