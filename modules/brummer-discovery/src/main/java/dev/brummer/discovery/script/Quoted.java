package dev.brummer.discovery.script;

import java.util.regex.Pattern;

/** Words as a shell takes them. */
final class Quoted {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Quoted() {}

    static String word(String word) {
        return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
