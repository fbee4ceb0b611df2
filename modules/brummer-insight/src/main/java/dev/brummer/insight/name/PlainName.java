package dev.brummer.insight.name;

import java.util.Locale;

/** A name without what people write in one way or another. */
final class PlainName {
    private static final String SERVICE = "service";
    private static final String BETWEEN_WORDS = " \t\n\u000B\f\r_-";

    private PlainName() {}

    /** {@code Auth Service}, {@code auth-service} and {@code auths} are all {@code auth}. */
    static String of(String name) {
        String one = singular(letters(name.toLowerCase(Locale.ROOT)));
        boolean isService = one.length() > SERVICE.length() && one.endsWith(SERVICE);
        return isService ? singular(one.substring(0, one.length() - SERVICE.length())) : one;
    }

    // By hand: it is asked of names in lines, which may all be different.
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (BETWEEN_WORDS.indexOf(name.charAt(i)) < 0) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString();
    }

    private static String singular(String name) {
        boolean plural = name.length() > 1 && name.endsWith("s") && !name.endsWith("ss");
        return plural ? name.substring(0, name.length() - 1) : name;
    }
}
