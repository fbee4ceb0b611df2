package dev.brummer.plugins.checks.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status codes that pass. */
record ExpectedStatus(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    /** Codes from {@code first} to {@code last}, both included. */
    record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? "" + first : first + "-" + last;
        }
    }

    /** Reads {@code 204} and {@code 200-299}. */
    static ExpectedStatus parse(List<String> texts) {
        return new ExpectedStatus(texts.stream().map(ExpectedStatus::range).toList());
    }

    private static Range range(String text) {
        Matcher parts = RANGE.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is neither a status like 204 nor a range like 200-299");
        }
        int first = Integer.parseInt(parts.group(1));
        return new Range(first, parts.group(2) == null ? first : Integer.parseInt(parts.group(2)));
    }

    boolean includes(int status) {
        for (Range range : ranges) {
            if (range.first <= status && status <= range.last) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join(" or ", ranges.stream().map(Range::toString).toList());
    }
}
