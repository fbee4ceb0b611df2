package dev.brummer.it.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what has to come, as long as a busy machine may take. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Await() {}

    /** @param seen what is shown if it does not come */
    public static void until(String what, BooleanSupplier condition, Supplier<String> seen) {
        try {
            Awaitility.await(what)
                    .atMost(LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(INTERVAL)
                    .until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "; seen:\n" + seen.get(), e);
        }
    }
}
