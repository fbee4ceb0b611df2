package dev.brummer.core.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is kept of the services' output, and what is read in it. Immutable.
 *
 * @param retainBytes the size that the journals of all starts may have together; beyond it the oldest output goes
 * @param retainStarts how many starts are kept, the current one included
 * @param ids what ids of requests look like beside the usual forms: the first group, or else the whole match; each is a regular expression
 */
public record LogSettings(long retainBytes, int retainStarts, List<String> ids) {
    public static final LogSettings DEFAULT = new LogSettings(2_000_000_000L, 10, List.of());

    public LogSettings {
        Require.require(retainBytes > 0, "nothing would be kept in %s bytes", retainBytes);
        Require.require(retainStarts > 0, "nothing would be kept of %s starts", retainStarts);
        ids = List.copyOf(ids);
        ids.forEach(Pattern::compile);
    }

    /** The regular expressions of {@link #ids}, ready for use. */
    public List<Pattern> idPatterns() {
        return ids.stream().map(Pattern::compile).toList();
    }
}
