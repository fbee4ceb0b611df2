package dev.brummer.testing.junit;

import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import dev.brummer.testing.FactoryContract;
import dev.brummer.testing.OptionTexts;
import dev.brummer.testing.ParserContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the test of a log parser inherits. */
public interface LogParserContract {
    /** The factory under test. */
    LogParserFactory factory();

    /** Lines in which the parser finds something. */
    List<String> samples();

    /** The options it is tested with; the defaults unless a test says otherwise. */
    default Options options() {
        return new OptionTexts(factory().options()).typed();
    }

    @Test
    default void isFoundAndDeclaresWhatCanBe() {
        Complaints.none(FactoryContract.complaints(factory()));
    }

    @Test
    default void itsNeedlesStandInTheSamples() {
        Complaints.none(contract().complaintsAboutNeedles());
    }

    @Test
    default void outlivesGarbage() {
        Complaints.none(contract().complaintsAboutGarbage());
    }

    @Test
    default void findsTheSameInTheSameLines() {
        Complaints.none(contract().complaintsAboutState());
    }

    private ParserContract contract() {
        return new ParserContract(factory(), options(), samples());
    }
}
