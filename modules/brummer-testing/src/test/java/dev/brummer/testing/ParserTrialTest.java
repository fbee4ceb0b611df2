package dev.brummer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParserTrialTest {
    private final ParserTrial trial = new ParserTrial(new SampleParserFactory());

    private static Fact miss(String key, int count) {
        return new Fact.Other("cache-miss", Map.of("key", key, "count", "" + count));
    }

    @Test
    void factsComeInTheOrderOfTheLines() {
        assertThat(trial.read("cache miss: a", "nothing", "x cache miss: b").facts())
                .containsExactly(miss("a", 1), miss("b", 2));
    }

    @Test
    void aParserIsAskedOnlyAboutLinesWithANeedleWhateverTheCase() {
        var anyCase = new ParserTrial(InlineParser.of((_, found) -> found.accept(miss("k", 1))));

        ParserResult result = anyCase.read("TOOK", "it took", "too k", "to\u001b[1mok");

        assertThat(result.lines()).extracting(LineResult::asked).containsExactly(true, true, false, false);
        assertThat(result.withoutNeedle()).containsExactly("too k", "took");
    }

    @Test
    void aLineThatWasExpectedToHoldANeedleSaysThatItDoesNot() {
        assertThatThrownBy(() -> trial.factIn("cash miss: a"))
                .hasMessageContaining("service | cash miss: a")
                .hasMessageContaining("holds none of the needles [cache miss], so the parser was not asked");
    }

    @Test
    void aLineWithoutAFactSaysSo() {
        assertThatThrownBy(() -> trial.factIn("cache miss")).hasMessageContaining("no fact");
    }

    @Test
    void eachInstanceHasAParserOfItsOwn() {
        ScriptedJournal journal = new ScriptedJournal()
                .lines("auth", "cache miss: a")
                .lines("orders", "cache miss: b")
                .errors("auth", "cache miss: c");

        assertThat(trial.read(journal).facts()).containsExactly(miss("a", 1), miss("b", 1), miss("c", 2));
    }

    @Test
    void aLineIsAsBrummerShowsIt() {
        List<String> seen = new ArrayList<>();
        var parser = InlineParser.of((line, _) -> seen.add(told(line)));
        InstanceId copy = new InstanceId(new ServiceId("web"), 2);
        ScriptedJournal journal = new ScriptedJournal()
                .lines("auth", "one", "two")
                .after(Duration.ofSeconds(3))
                .bytes(copy, 4, StreamName.STDERR, new byte[] {'t', 'o', 'o', 'k', 27, '[', '1', 'm', (byte) 0xFF});

        new ParserTrial(parser).read(journal);

        assertThat(seen).containsExactly("web-2 4 STDERR 3 2026-01-01T12:00:03Z took\uFFFD 9");
    }

    private static String told(LogLine line) {
        String raw = new String(line.bytes(), line.offset(), line.length(), StandardCharsets.ISO_8859_1);
        return line.instance() + " " + line.run() + " " + line.stream() + " " + line.sequence() + " " + line.time()
                + " " + line.text() + " " + raw.length();
    }

    @Test
    void aFaultOfTheParserIsToldWithItsLine() {
        ParserResult result = new ParserTrial(InlineParser.of((_, _) -> {
            throw new IllegalStateException("oh");
        })).read("it took", "it took");

        assertThat(result.lines()).allSatisfy(line -> assertThat(line.fault()).isPresent());
        assertThatThrownBy(result::facts).hasMessage("the parser broke over 'it took'").hasRootCauseMessage("oh");
        assertThat(result).hasToString(("service | it took\n"
                + "    no fact, and the parser broke: java.lang.IllegalStateException: oh\n").repeat(2));
    }

    @Test
    void aPatternThatTakesTooManyStepsIsEnded() {
        Pattern endless = Pattern.compile("(.*a){12}c");
        var parser = InlineParser.of((line, _) -> line.matcher(endless).find());

        ParserResult result = new ParserTrial(parser).read("took " + "a".repeat(60));

        assertThat(result.lines().getFirst().fault()).get().hasToString("dev.brummer.spi.host.SteppedText$"
                + "TooManyStepsException: too many steps");
    }

    @Test
    void whatNobodyCouldWantIsRefusedAsBrummerDoes() {
        var many = InlineParser.of((_, found) -> {
            for (int i = 0; i < 1001; i++) {
                found.accept(miss("a", i));
            }
        });

        assertThatThrownBy(() -> new ParserTrial(many).read("took").facts())
                .hasRootCauseMessage("more than 1000 facts in one line");
    }

    @Test
    void optionsAreTypedAsInTheFile() {
        OptionTexts texts = new OptionTexts(new SampleParserFactory().options())
                .with("line", "miss: (.)")
                .with("caches", List.of("a", "b"));

        assertThat(texts.typed().pattern("line").pattern()).isEqualTo("miss: (.)");
        assertThat(texts.typed().strings("caches")).containsExactly("a", "b");
        assertThat(new ParserTrial(new SampleParserFactory(), texts.typed()).factIn("cache miss: äx"))
                .isEqualTo(miss("ä", 1));
        assertThatThrownBy(() -> texts.with("line", "(").typed())
                .hasMessageStartingWith("'line' of the plugin must be a regular expression");
    }
}
