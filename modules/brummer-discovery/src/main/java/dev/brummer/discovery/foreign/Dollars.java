package dev.brummer.discovery.foreign;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables as other tools have them, where {@code $NAME} is as good as {@code ${NAME}}. */
public final class Dollars {
    private static final Pattern DOLLAR = Pattern.compile("\\$\\$|\\$\\{|\\$([A-Za-z_][A-Za-z0-9_]*)");

    private Dollars() {}

    /** The text as {@code brummer.yaml} would have it, where a bare {@code $NAME} is left to the shell. */
    public static String inBraces(String text) {
        return DOLLAR.matcher(text).replaceAll(Dollars::braced);
    }

    private static String braced(MatchResult found) {
        String name = found.group(1);
        return Matcher.quoteReplacement(name == null ? found.group() : "${" + name + "}");
    }
}
