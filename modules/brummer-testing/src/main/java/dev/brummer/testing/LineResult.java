package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import java.util.List;
import java.util.Optional;

/**
 * What came of one line.
 *
 * @param sequence its number in the journal
 * @param text as the parser sees it
 * @param asked whether it holds a needle: else the parser is never shown it
 * @param facts what was found in it
 * @param fault what the parser threw over it
 */
public record LineResult(
        InstanceId instance, long sequence, String text, boolean asked, List<Fact> facts, Optional<Throwable> fault) {
    public LineResult {
        facts = List.copyOf(facts);
    }
}
