package dev.brummer.testing.junit;

import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.Options;
import dev.brummer.testing.CheckContract;
import dev.brummer.testing.FactoryContract;
import dev.brummer.testing.OptionTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the test of a health check inherits. */
public interface HealthCheckContract {
    /** The factory under test. */
    HealthCheckFactory factory();

    /** What the check is called with, each with a check of its own. */
    List<CheckContext> contexts();

    /** The options it is tested with; the defaults unless a test says otherwise. */
    default Options options() {
        return new OptionTexts(factory().options()).typed();
    }

    @Test
    default void isFoundAndDeclaresWhatCanBe() {
        Complaints.none(FactoryContract.complaints(factory()));
    }

    @Test
    default void answersInTimeAndForAPerson() {
        for (CheckContext context : contexts()) {
            Complaints.none(CheckContract.complaints(factory().create(options()), context));
        }
    }
}
