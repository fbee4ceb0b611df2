package dev.brummer.insight.name;

import java.util.Locale;
import java.util.regex.Pattern;

/** A name without what people write in one way or another. */
final class PlainName {
    private static final String SERVICE = "service";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    private PlainName() {}

    /** {@code Auth Service}, {@code auth-service} and {@code auths} are all {@code auth}. */
    static String of(String name) {
        String letters = BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        String one = singular(letters);
        boolean isService = one.length() > SERVICE.length() && one.endsWith(SERVICE);
        return isService ? singular(one.substring(0, one.length() - SERVICE.length())) : one;
    }

    private static String singular(String name) {
        boolean plural = name.length() > 1 && name.endsWith("s") && !name.endsWith("ss");
        return plural ? name.substring(0, name.length() - 1) : name;
    }
}
