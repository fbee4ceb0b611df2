package dev.brummer.testing.junit;

import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import dev.brummer.testing.FactoryContract;
import dev.brummer.testing.OptionTexts;
import dev.brummer.testing.SinkContract;
import org.junit.jupiter.api.Test;

/** What the test of a sink inherits. */
public interface OutputSinkContract {
    /** The factory under test. */
    OutputSinkFactory factory();

    /** What the sink is made with. */
    SinkContext context();

    /** The options it is tested with; the defaults unless a test says otherwise. */
    default Options options() {
        return new OptionTexts(factory().options()).typed();
    }

    @Test
    default void isFoundAndDeclaresWhatCanBe() {
        Complaints.none(FactoryContract.complaints(factory()));
    }

    @Test
    default void takesEverythingAndEndsInTime() {
        Complaints.none(SinkContract.complaints(factory(), options(), context()));
    }
}
