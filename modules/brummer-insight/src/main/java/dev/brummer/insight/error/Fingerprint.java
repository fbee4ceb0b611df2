package dev.brummer.insight.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.logs.query.Unit;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What is the same in an error each time it occurs: what was thrown and the innermost call of the project's own, or the
 * line, without ids, numbers, times and what is in quotes.
 *
 * @param text that, in a line
 */
public record Fingerprint(String text) {
    /** The fingerprint of a unit that tells of an error. */
    public static Fingerprint of(Unit unit) {
        return new Fingerprint(ErrorSummary.of(unit).identity());
    }

    /** Eight hexadecimal digits that stand for it. */
    public String id() {
        var crc = new CRC32C();
        crc.update(text.getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
