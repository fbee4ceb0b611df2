package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people write into the handlers of opossum's events and of their like: {@code breaker opened}, {@code circuit
 * breaker for payments halfOpen}, {@code payments circuit breaker tripped}.
 */
final class BreakerPhrase {
    /** Nothing that belongs to the word before. */
    static final String END = "(?=\\s*+(?:$|[-–—(:,;.!]))";

    private static final String NAME = "['\"\\[]?([\\w./:-]{1,80}+)['\"\\]]?";
    private static final String CHANGED = "opened|closed|half[_ -]?open(?:ed)?|tripped|reset";
    private static final String BREAKER = "(?:the )?(?:circuit[ -]?)?breaker";
    private static final String NOW = "(?: has| was| just| now| is now| is(?= half)){0,2}";

    /** The breaker first, and its target if it is named. */
    private static final Pattern BREAKER_FIRST = phrase(
            BREAKER + "(?: (?:for|of|to) " + NAME + "| (?!" + CHANGED + "|has |was |just |now |is )" + NAME + ")?"
                    + NOW + ":? (" + CHANGED + ")(?: for " + NAME + ")?" + END);

    /** The event's name, {@code open} or {@code close}: only where nothing follows, for else it is what is so. */
    private static final Pattern EVENT =
            phrase(BREAKER + " (?:for|of) " + NAME + ":? (open|close|halfOpen)\\s*+$");

    private static final Pattern TARGET_FIRST = phrase(
            "([\\w.-]++(?: (?!circuit|breaker|to |is |was |for )[\\w.-]++){0,2}+)"
                    + "(?: circuit[ -]?breaker| breaker| circuit)" + NOW + ":? (" + CHANGED + ")" + END);

    private static final Pattern STATE_FIRST = phrase(
            "(opening|opened|closing|closed|tripped|half-opened) (?:the )?circuit(?:[ -]?breaker)? (?:for|to) " + NAME
                    + END);

    private static final Pattern CIRCUIT = phrase("(?:the )?circuit (?:is now )?(" + CHANGED + ") for " + NAME + END);

    private BreakerPhrase() {}

    private static Pattern phrase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** @param from where the message begins */
    static @Nullable Fact fact(String said, int from) {
        Matcher matcher = BREAKER_FIRST.matcher(said).region(from, said.length());
        if (matcher.lookingAt()) {
            return fact(first(matcher, 1, 2, 4), matcher.group(3));
        }
        if (matcher.usePattern(EVENT).lookingAt() || matcher.usePattern(TARGET_FIRST).lookingAt()) {
            return fact(matcher.group(1), matcher.group(2));
        }
        if (matcher.usePattern(STATE_FIRST).lookingAt() || matcher.usePattern(CIRCUIT).lookingAt()) {
            return fact(matcher.group(2), matcher.group(1));
        }
        return null;
    }

    private static @Nullable String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return null;
    }

    private static @Nullable Fact fact(@Nullable String target, String word) {
        Fact.BreakerState state = CircuitBreakerParser.state(word);
        return state == null ? null : new Fact.CircuitBreaker(Optional.ofNullable(target), state);
    }
}
