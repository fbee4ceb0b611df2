package dev.brummer.insight.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text of any kind into Markdown, so that it comes out as it is. */
public final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&@]");

    private Markdown() {}

    /** As text between others: no character of it means anything. */
    public static String text(String plain) {
        return SPECIAL.matcher(plain).replaceAll("\\\\$0");
    }

    /** As code within a line. */
    public static String code(String plain) {
        String fence = "`".repeat(longest(plain) + 1);
        boolean touches = plain.startsWith("`") || plain.endsWith("`") || plain.isEmpty();
        return touches ? fence + " " + plain + " " + fence : fence + plain + fence;
    }

    /** As lines of their own, with the line end behind each. */
    public static String block(String plain) {
        String fence = "`".repeat(Math.max(3, longest(plain) + 1));
        return fence + "text\n" + plain + (plain.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    private static int longest(String plain) {
        int longest = 0;
        Matcher matcher = BACKTICKS.matcher(plain);
        while (matcher.find()) {
            longest = Math.max(longest, matcher.end() - matcher.start());
        }
        return longest;
    }
}
