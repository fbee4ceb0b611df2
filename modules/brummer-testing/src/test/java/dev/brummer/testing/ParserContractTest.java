package dev.brummer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Parsers that break the contract are told so. */
class ParserContractTest {
    private static final Pattern TOOK = Pattern.compile("took (\\d+)");

    private static ParserContract contract(LogParserFactory factory) {
        return new ParserContract(factory, new Options(Map.of()), List.of("GET / took 12 ms"));
    }

    private static Fact fact(long number) {
        return new Fact.Other("took", Map.of("ms", "" + number));
    }

    @Test
    void numbersThatAreTooLargeAreInTheGarbage() {
        var fragile = InlineParser.of((line, found) -> {
            Matcher took = line.matcher(TOOK);
            if (took.find()) {
                found.accept(fact(Integer.parseInt(took.group(1))));
            }
        });

        assertThat(contract(fragile).complaintsAboutNeedles()).isEmpty();
        assertThat(contract(fragile).complaintsAboutGarbage()).singleElement().asString()
                .contains("it broke over '", "NumberFormatException", "(seed 42)");
    }

    @Test
    void linesThatAreCutAreInTheGarbage() {
        var fragile = InlineParser.of((line, _) -> line.text().charAt(line.text().indexOf("took") + 5));

        assertThat(contract(fragile).complaintsAboutGarbage()).singleElement().asString().contains("it broke over");
    }

    @Test
    void longLinesShowPatternsThatTakeTooManySteps() {
        Pattern slow = Pattern.compile("(.*)+took(.*)+x\\d{9}y");
        var endless = InlineParser.of((line, _) -> line.matcher(slow).find());

        assertThat(contract(endless).complaintsAboutGarbage()).singleElement().asString().contains("too many steps");
    }

    @Test
    void aParserThatDoesNotComeBackIsLeftAlone() {
        CountDownLatch never = new CountDownLatch(1);
        var hanging = InlineParser.of((_, _) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(contract(hanging).patience(Duration.ofMillis(100)).complaintsAboutGarbage())
                .singleElement().asString().startsWith("it did not come back from '");
    }

    @Test
    void stateOfAllParsersIsFound() {
        AtomicInteger global = new AtomicInteger();
        var counting = InlineParser.of((_, found) -> found.accept(fact(global.incrementAndGet())));

        assertThat(contract(counting).complaintsAboutState())
                .containsExactly("it finds something else when it is shown the same lines again (seed 42)");
    }

    @Test
    void whatAnotherInstanceLeavesBehindIsFound() {
        StringBuilder last = new StringBuilder();
        var mixing = InlineParser.of((line, found) -> {
            if (!last.isEmpty() && !last.toString().equals(line.instance().label())) {
                found.accept(fact(1));
            }
            last.replace(0, last.length(), line.instance().label());
        });

        assertThat(contract(mixing).complaintsAboutState())
                .containsExactly("what it finds depends on what another instance writes (seed 42)");
    }

    @Test
    void needlesThatCannotBeLookedForAreToldAsBrummerTellsThem() {
        assertThat(contract(new InlineParser((_, _) -> {})).complaintsAboutNeedles())
                .containsExactly("it declares no needle");
        assertThat(contract(new InlineParser((_, _) -> {}, "ok", "took")).complaintsAboutNeedles())
                .containsExactly("the needle 'ok' is not of three or more ASCII characters");
    }

    @Test
    void samplesMustHoldANeedleAndAFact() {
        assertThat(contract(new InlineParser((_, _) -> {}, "token")).complaintsAboutNeedles())
                .containsExactly("the sample 'GET / took 12 ms' holds no needle, so it is not asked");
        assertThat(contract(InlineParser.of((_, _) -> {})).complaintsAboutNeedles())
                .containsExactly("it finds nothing in the sample 'GET / took 12 ms'");
    }
}
