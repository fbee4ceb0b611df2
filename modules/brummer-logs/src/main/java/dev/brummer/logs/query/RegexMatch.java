package dev.brummer.logs.query;

import dev.brummer.logs.scan.Literal;
import dev.brummer.spi.host.SteppedText;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a line for a match of a regular expression. */
final class RegexMatch implements LineMatch {
    private final Pattern pattern;
    private final List<Literal> literals;
    private final AtomicReference<@Nullable Attempt> spare = new AtomicReference<>();

    /** A matcher and what it looks at, kept between lines, for one thread at a time. */
    private record Attempt(Matcher matcher, SteppedText text) {}

    /** @param literals some of which every match holds one; empty where none are known */
    RegexMatch(String source, List<Literal> literals) {
        boolean ascii = source.chars().allMatch(c -> c < 0x80);
        // Without the second flag, letters of ASCII have two cases and no more, as everywhere in queries.
        this.pattern = Pattern.compile(source, Pattern.CASE_INSENSITIVE | (ascii ? 0 : Pattern.UNICODE_CASE));
        this.literals = List.copyOf(literals);
    }

    @Override
    public boolean mayMatch(byte[] raw, int from, int to) {
        return literals.isEmpty() || Literal.anyMayStandIn(literals, raw, from, to);
    }

    @Override
    public boolean matches(byte[] text, int from, int to) {
        Attempt attempt = take();
        try {
            return attempt.matcher.reset(attempt.text.show(text, from, to)).find();
        } catch (SteppedText.TooManyStepsException | StackOverflowError endless) {
            throw new SlowQueryException(pattern.pattern(), endless);
        } finally {
            spare.set(attempt);
        }
    }

    private Attempt take() {
        Attempt attempt = spare.getAndSet(null);
        return attempt == null ? new Attempt(pattern.matcher(""), new SteppedText()) : attempt;
    }
}
