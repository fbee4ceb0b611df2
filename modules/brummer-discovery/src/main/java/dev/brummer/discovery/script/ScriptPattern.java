package dev.brummer.discovery.script;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A name of scripts that may hold asterisks. */
final class ScriptPattern {
    private static final String UNKNOWN = "?[]{}!()+@";

    private ScriptPattern() {}

    static boolean isPattern(String written) {
        return written.indexOf('*') >= 0;
    }

    /** Whether it holds nothing that means more than an asterisk. */
    static boolean isPlain(String written) {
        return written.chars().noneMatch(c -> UNKNOWN.indexOf(c) >= 0);
    }

    /**
     * The names that npm-run-all means: an asterisk stays between colons, and two do not. Where one stays and finds nothing,
     * it is taken for two, as people mean it who write {@code start:*}.
     */
    static List<String> bySegments(String written, Collection<String> names, String self) {
        List<String> found = matching(names, self, segments(written, "[^:]*"));
        return found.isEmpty() ? matching(names, self, segments(written, ".*")) : found;
    }

    private static Pattern segments(String written, String single) {
        String[] parts = written.split("\\*\\*|\\*", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
        int at = parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            boolean two = written.startsWith("**", at);
            pattern.append(two ? ".*" : single).append(Pattern.quote(parts[i]));
            at += (two ? 2 : 1) + parts[i].length();
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    /** The names that concurrently means: an asterisk stands for anything. */
    static List<String> byPrefix(String written, Collection<String> names, String self) {
        return matching(names, self, segments(written, ".*"));
    }

    private static List<String> matching(Collection<String> names, String self, Pattern pattern) {
        Predicate<String> matches = pattern.asMatchPredicate();
        return names.stream().filter(matches).filter(name -> !name.equals(self)).toList();
    }
}
