package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code [Circuit Breaker] Payment service circuit opened - failing fast}, and the attempt at a reset, which names
 * nobody.
 */
final class MarkedBreaker {
    private static final String MARK = "[Circuit Breaker] ";
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:([\\w.-]++(?: (?!circuit )[\\w.-]++){0,4}+) )?circuit (?:is now )?(opened|closed|half[- ]?open(?:ed)?)"
                    + BreakerPhrase.END,
            Pattern.CASE_INSENSITIVE);

    private MarkedBreaker() {}

    static boolean isMarked(String said) {
        return said.contains(MARK);
    }

    static @Nullable Fact fact(String said) {
        return Scan.fact(MARK, said, MarkedBreaker::fact);
    }

    private static @Nullable Fact fact(Scan scan) {
        if (scan.take("Attempting reset")) {
            return new Fact.CircuitBreaker(Optional.empty(), Fact.BreakerState.HALF_OPEN);
        }
        String said = scan.text();
        if (said.indexOf("ircuit ", scan.at()) < 0 && said.indexOf("IRCUIT ", scan.at()) < 0) {
            // Without that word the expression would look at every place for nothing.
            return null;
        }
        Matcher statement = STATEMENT.matcher(said).region(scan.at(), said.length());
        Fact.BreakerState state = statement.lookingAt() ? CircuitBreakerParser.state(statement.group(2)) : null;
        return state == null ? null : new Fact.CircuitBreaker(Optional.ofNullable(statement.group(1)), state);
    }
}
