package dev.brummer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactoryContractTest {
    @Test
    void nothingIsWrongWithAFactoryThatIsFoundAndDeclaresWhatCanBe() {
        assertThat(FactoryContract.complaints(new SampleParserFactory())).isEmpty();
    }

    @Test
    void whatKeepsItFromBeingMadeIsTold() {
        assertThat(FactoryContract.complaints(InlineParser.of((_, _) -> {}))).containsExactly(
                "dev.brummer.testing.InlineParser is not public",
                "dev.brummer.testing.InlineParser has no public constructor without parameters",
                "META-INF/services/dev.brummer.spi.LogParserFactory does not name dev.brummer.testing.InlineParser",
                "the id 'In Line' is not of small letters and digits, in words joined by - or _",
                "it has no description");
    }

    @Test
    void whatTheFileCannotBeReadByIsTold() {
        assertThat(FactoryContract.complaints(new Misdeclared())).containsExactly(
                "META-INF/services/dev.brummer.spi.HealthCheckFactory does not name " + Misdeclared.class.getName(),
                "the option 'maxWait' is not of lower case words joined by _",
                "the default of the option 'wait' must be a duration, not '5': say the unit: '5s' or '5ms'",
                "the option 'wait' is declared twice",
                "the option 'wait' has no description",
                "a bare value is for the option 'port', which it does not declare");
    }

    /** Declares what cannot be. */
    public static final class Misdeclared implements HealthCheckFactory {
        @Override
        public String id() {
            return "misdeclared";
        }

        @Override
        public String description() {
            return "Nothing.";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of(
                    OptionSpec.optional("maxWait", OptionType.DURATION, "how long"),
                    OptionSpec.withDefault("wait", OptionType.DURATION, "5", "how long"),
                    OptionSpec.optional("wait", OptionType.DURATION, ""));
        }

        @Override
        public String scalarOption() {
            return "port";
        }

        @Override
        public HealthCheck create(Options options) {
            throw new UnsupportedOperationException("never asked for");
        }
    }
}
