package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.testing.OptionTexts;
import dev.brummer.testing.ParserResult;
import dev.brummer.testing.ParserTrial;
import dev.brummer.testing.junit.LogParserContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inherits what every log parser must be, and says what this one finds. */
class @CLASS@ParserTest implements LogParserContract {
    @Override
    public LogParserFactory factory() {
        return new @CLASS@ParserFactory();
    }

    @Override
    public List<String> samples() {
        return List.of("12:00:01 [@NAME@] checkout took 120 ms");
    }

    private static Fact took(String what, String millis) {
        return new Fact.Other("@NAME@", Map.of("what", what, "millis", millis));
    }

    @Test
    void aLineIsAFact() {
        assertEquals(took("checkout", "120"), new ParserTrial(factory()).factIn("[@NAME@] checkout took 120 ms"));
    }

    @Test
    void aLineThatOnlyLooksLikeItIsNone() {
        ParserResult result =
                new ParserTrial(factory()).read("[@NAME@] checkout took NaN ms", "checkout took 120 ms");

        assertEquals(List.of(), result.facts(), result.toString());
        assertEquals(List.of("checkout took 120 ms"), result.withoutNeedle());
    }

    @Test
    void whatIsFastIsLeftOut() {
        var options = new OptionTexts(factory().options()).with("slower_than", "100ms").typed();
        ParserResult result =
                new ParserTrial(factory(), options).read("[@NAME@] a took 99 ms", "[@NAME@] b took 100 ms");

        assertEquals(List.of(took("b", "100")), result.facts(), result.toString());
    }
}
