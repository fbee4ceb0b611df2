package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breakers that go from one state to another. That one <em>is</em> open, and that it does not let a call
 * through, is said again with every call, and is none of it.
 */
final class CircuitBreakerParser implements LogParser {
    /** One of them is in every word for a state. */
    private static final String[] STEMS = {
        "pen", "PEN", "los", "LOS", "alf", "ALF", "rip", "RIP", "eset", "isabled", "DISABLED", "METRICS_ONLY"
    };

    @Override
    public List<String> needles() {
        return List.of("breaker", "circuit opened", "circuit closed", "circuit half");
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        Fact fact = fact(Said.in(line));
        if (fact != null) {
            found.accept(fact);
        }
    }

    private static @Nullable Fact fact(String said) {
        if (MarkedBreaker.isMarked(said)) {
            return MarkedBreaker.fact(said);
        }
        return mayTellAState(said) ? unmarked(said) : null;
    }

    /** Most lines with breakers in them are of stack traces and of tests. */
    private static boolean mayTellAState(String said) {
        for (String stem : STEMS) {
            if (said.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Fact unmarked(String said) {
        int from = Head.end(said);
        if (said.startsWith("at ", from)) {
            return null;
        }
        Fact fact = BreakerTransition.fact(said, from);
        return fact == null ? BreakerPhrase.fact(said, from) : fact;
    }

    /** The state that a word stands for; null if it is none. */
    static Fact.@Nullable BreakerState state(String word) {
        return switch (letters(word)) {
            case "open", "opened", "opening", "tripped", "forcedopen" -> Fact.BreakerState.OPEN;
            case "halfopen", "halfopened" -> Fact.BreakerState.HALF_OPEN;
            // A breaker that is switched off lets every call through.
            case "close", "closed", "closing", "reset", "disabled", "metricsonly" -> Fact.BreakerState.CLOSED;
            default -> null;
        };
    }

    private static String letters(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                letters.append(Character.toLowerCase(word.charAt(i)));
            }
        }
        return letters.toString();
    }
}
