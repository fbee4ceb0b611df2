package dev.brummer.discovery.npm;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern that says where workspaces are: {@code packages/*}, {@code apps/**}, {@code !**}{@code /test/**}.
 *
 * @param negated whether what it matches is left out
 * @param deepest how many folders below the root it may match; negative for any number
 * @param begin the folder that all it matches is in; empty for the root
 */
record FolderPattern(boolean negated, Pattern pattern, int deepest, String begin) {
    static FolderPattern of(String written) {
        boolean negated = written.startsWith("!");
        String plain = written.substring(negated ? 1 : 0).replaceFirst("^\\./", "").replaceAll("/+$", "");
        int wild = plain.replaceAll("[*{?\\[].*$", "").lastIndexOf('/');
        int deepest = plain.contains("**") ? -1 : (int) plain.chars().filter(c -> c == '/').count() + 1;
        boolean fixed = plain.chars().noneMatch(c -> "*{?[".indexOf(c) >= 0);
        return new FolderPattern(negated, compiled(plain), deepest, fixed ? plain : wild < 0 ? "" : plain.substring(0, wild));
    }

    private static Pattern compiled(String plain) {
        StringBuilder pattern = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (plain.startsWith("**/", i)) {
                pattern.append("(?:.*/)?");
                i += 2;
            } else if (plain.startsWith("**", i)) {
                pattern.append(".*");
                i++;
            } else if (c == '{') {
                pattern.append("(?:");
                braces++;
            } else if (c == '}' && braces > 0) {
                pattern.append(")");
                braces--;
            } else {
                pattern.append(switch (c) {
                    case '*' -> "[^/]*";
                    case '?' -> "[^/]";
                    case ',' -> braces > 0 ? "|" : ",";
                    default -> Pattern.quote(String.valueOf(c));
                });
            }
        }
        try {
            return Pattern.compile(pattern.toString());
        } catch (PatternSyntaxException open) {
            return Pattern.compile(Pattern.quote(plain));
        }
    }

    /** @param folder relative to the root, with slashes */
    boolean matches(String folder) {
        return pattern.matcher(folder).matches();
    }
}
