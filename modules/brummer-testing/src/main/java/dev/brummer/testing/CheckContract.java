package dev.brummer.testing;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What every health check must do, whatever it asks: come back within its timeout, with an answer for a person or an
 * {@link IOException}. Answers with what is wrong, a sentence each.
 */
public final class CheckContract {
    private static final Duration GRACE = Duration.ofMillis(500);

    private CheckContract() {}

    /**
     * What is wrong with one call of a check, which is made on a thread of its own.
     *
     * @param context with a target that works, refuses, is silent or talks nonsense: worth trying with each
     */
    public static List<String> complaints(HealthCheck check, CheckContext context) {
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        Optional<Throwable> fault = Bounded.call(context.timeout().plus(GRACE), () -> {
            answer.set(check.check(context));
            return null;
        });
        return fault.map(thrown -> complaints(thrown, context)).orElseGet(() -> complaints(answer.get()));
    }

    private static List<String> complaints(Throwable thrown, CheckContext context) {
        return switch (thrown) {
            case TimeoutException _ ->
                List.of("it did not come back within its timeout of " + context.timeout().toMillis() + " ms");
            case IOException e when e.getMessage() == null || e.getMessage().isBlank() ->
                List.of("it threw an IOException without a message, which would be the reason");
            case IOException _ -> List.of();
            case Throwable other -> List.of("it threw " + other);
        };
    }

    private static List<String> complaints(@Nullable Answer answer) {
        List<String> complaints = new ArrayList<>();
        if (answer == null) {
            complaints.add("it answered null");
        } else if (answer.reason().isBlank()) {
            complaints.add("it gave no reason");
        } else if (answer.reason().endsWith(".")) {
            complaints.add("its reason ends with a full stop: '" + answer.reason() + "'");
        }
        return complaints;
    }
}
