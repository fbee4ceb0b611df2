package dev.brummer.logs.query;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is wrong with a regular expression.
 *
 * @param place where in it
 */
record RegexFault(String message, Place place) {
    private static final int LONGEST = 2000;

    /** Empty where it compiles. */
    static Optional<RegexFault> of(String source) {
        var whole = new Place(0, source.length());
        if (source.length() > LONGEST) {
            return Optional.of(new RegexFault("the regular expression is too long", whole));
        }
        try {
            Pattern.compile(source);
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(of(wrong, source.length()));
        } catch (StackOverflowError deep) {
            return Optional.of(new RegexFault("the regular expression is nested too deep", whole));
        }
    }

    private static RegexFault of(PatternSyntaxException wrong, int length) {
        String first = wrong.getDescription().lines().findFirst().orElse("");
        int index = Math.clamp(wrong.getIndex(), 0, length);
        String said = first.isEmpty() ? first : ": " + Character.toLowerCase(first.charAt(0)) + first.substring(1);
        return new RegexFault("this is no regular expression" + said, new Place(index, index < length ? 1 : 0));
    }
}
