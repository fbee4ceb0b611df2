package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code CircuitBreaker 'payments' changed state from CLOSED to OPEN}, as Resilience4j and its like have it, and
 * {@code circuit breaker payments: closed -> open}.
 */
final class BreakerTransition {
    private static final String STATE =
            "['\"]?((?:closed|open|half[_ -]?open|forced[_ ]open|disabled|metrics[_ ]only)\\b)['\"]?";
    private static final String NAME = "(?: '([^']{1,80}+)'| \"([^\"]{1,80}+)\"| \\[([^\\]]{1,80}+)\\]"
            + "| (?!(?:state|changed|transition)[ :])([\\w./-]{1,80}+))?";
    private static final Pattern TRANSITION = Pattern.compile(
            "(?:the )?(?:circuit[ -]?)?breaker(?: for)?" + NAME
                    + ":?,?(?: has)?(?: changed| moved| switched| transitioned)?(?: its)?"
                    + "(?: state| status)?(?: change| changed| transition| transitioned)?:?"
                    + "(?: from)? " + STATE + " ?(?:to|->|=>|→|➜) ?" + STATE + BreakerPhrase.END,
            Pattern.CASE_INSENSITIVE);

    private BreakerTransition() {}

    /** @param from where the message begins */
    static @Nullable Fact fact(String said, int from) {
        boolean may = said.contains(" to ") || said.contains(">") || said.contains("→") || said.contains("➜");
        Matcher transition = TRANSITION.matcher(said).region(from, said.length());
        if (!may || !transition.lookingAt()) {
            return null;
        }
        Fact.BreakerState before = CircuitBreakerParser.state(transition.group(5));
        Fact.BreakerState to = CircuitBreakerParser.state(transition.group(6));
        return to == null || to == before ? null : new Fact.CircuitBreaker(target(transition), to);
    }

    private static Optional<String> target(Matcher transition) {
        for (int group = 1; group <= 4; group++) {
            String name = transition.group(group);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
