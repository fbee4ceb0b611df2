package dev.brummer.runtime.watch;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .gitignore}: {@code *}, {@code ?}, {@code [a-z]} and {@code **}; a slash within it anchors it, one
 * at its end is for folders only, {@code !} brings back what an earlier line left out.
 *
 * @param path matches a path relative to where the line stands
 * @param brings whether what matches is not to be ignored after all
 */
record GitPattern(Pattern path, boolean foldersOnly, boolean brings) {
    /** Empty for a line that says nothing. */
    static Optional<GitPattern> parse(String line) {
        String text = trimmed(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean brings = text.startsWith("!");
        text = brings ? text.substring(1) : text;
        boolean foldersOnly = text.endsWith("/");
        text = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = text.indexOf('/') >= 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        return text.isEmpty()
                ? Optional.empty()
                : compiled((anchored ? "" : "(?:.*/)?") + regex(text))
                        .map(path -> new GitPattern(path, foldersOnly, brings));
    }

    private static Optional<Pattern> compiled(String regex) {
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException senseless) {
            // Such as [z-a]; git has it match nothing.
            return Optional.empty();
        }
    }

    private static String trimmed(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        while (text.endsWith(" ") && !text.endsWith("\\ ")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            at += glob.startsWith("**", at) ? stars(glob, at, regex) : one(glob, at, regex);
        }
        return regex.toString();
    }

    /** What two stars mean depends on the slashes around them. Returns how much of the glob was read. */
    private static int stars(String glob, int at, StringBuilder regex) {
        boolean begins = at == 0 || glob.charAt(at - 1) == '/';
        if (begins && glob.startsWith("**/", at)) {
            regex.append("(?:.*/)?");
            return 3;
        }
        regex.append(begins && at + 2 == glob.length() ? ".+" : "[^/]*");
        return 2;
    }

    private static int one(String glob, int at, StringBuilder regex) {
        char c = glob.charAt(at);
        int close = c == '[' ? glob.indexOf(']', at + 2) : -1;
        if (close > 0) {
            String set = glob.substring(at + 1, close).replace("\\", "\\\\").replace("[", "\\[").replace("&&", "&\\&");
            regex.append("(?!/)[").append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
            return close - at + 1;
        }
        if (c == '\\' && at + 1 < glob.length()) {
            regex.append(Pattern.quote(glob.substring(at + 1, at + 2)));
            return 2;
        }
        regex.append(switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        });
        return 1;
    }

    boolean matches(String relative, boolean folder) {
        return (folder || !foldersOnly) && path.matcher(relative).matches();
    }
}
