package dev.brummer.plugins.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.plugins.parsers.LabelledLines.Labelled;
import dev.brummer.spi.LogParserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each parser finds in labelled lines: all that is there, and nothing else. */
class PrecisionTest {
    static Stream<String> ids() {
        return Feed.factories().stream().map(LogParserFactory::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void recallAndPrecisionAreOne(String id) {
        Feed feed = new Feed(id);
        List<Labelled> lines = LabelledLines.of(id);

        List<String> wrong = new ArrayList<>();
        for (Labelled each : lines) {
            String found = Notation.of(feed.add(each.line()));
            if (!found.equals(each.expected())) {
                wrong.add("found '" + found + "' instead of '" + each.expected() + "' in " + each.line().text());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aCollectionHasFortyLinesAndHalfOfThemAreNearMisses(String id) {
        List<Labelled> lines = LabelledLines.of(id);
        List<Labelled> nearMisses = lines.stream().filter(Labelled::isNearMiss).toList();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(nearMisses.size()).isGreaterThanOrEqualTo(20).isGreaterThanOrEqualTo(lines.size() / 2);
        assertThat(lines.size() - nearMisses.size()).as("lines that say something").isGreaterThanOrEqualTo(15);
    }

    /** A line that the parser never gets to see is no near miss. */
    @ParameterizedTest
    @MethodSource("ids")
    void nearMissesAreLookedAt(String id) {
        Feed feed = new Feed(id);

        List<String> notSeen = LabelledLines.of(id).stream()
                .filter(each -> each.isNearMiss() && !feed.isCandidate(each.line()))
                .map(each -> each.line().text())
                .toList();

        assertThat(notSeen).isEmpty();
    }
}
