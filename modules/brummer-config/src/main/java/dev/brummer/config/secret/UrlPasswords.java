package dev.brummer.config.secret;

import java.util.ArrayList;
import java.util.List;

/** Finds the passwords in URLs: {@code postgres://user:password@host}. */
final class UrlPasswords {
    private static final String SCHEME_END = "://";
    private static final String AUTHORITY_ENDS = "/?#";
    private static final int LONGEST = 4096;

    private UrlPasswords() {}

    /** A part of a text, from {@code begin} up to {@code end}. */
    record Part(int begin, int end) {
        String of(String text) {
            return text.substring(begin, end);
        }
    }

    /** The passwords in a text, in order, none of them empty. */
    static List<Part> in(String text) {
        int scheme = text.indexOf(SCHEME_END);
        if (scheme < 0) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        while (scheme >= 0) {
            int begin = scheme + SCHEME_END.length();
            int end = end(text, begin);
            Part part = password(text, begin, end);
            if (part.begin() < part.end()) {
                parts.add(part);
            }
            scheme = text.indexOf(SCHEME_END, begin);
        }
        return parts;
    }

    /** The same text with its passwords masked. */
    static String masked(String text) {
        List<Part> parts = in(text);
        if (parts.isEmpty()) {
            return text;
        }
        Masking masking = new Masking(text);
        parts.forEach(part -> masking.hide(part.begin(), part.end()));
        return masking.done();
    }

    /** Where what may be a URL ends that begins before. */
    private static int end(String text, int begin) {
        int end = begin;
        int last = Math.min(text.length(), begin + LONGEST);
        while (end < last && " \t\r\n\"'`<>".indexOf(text.charAt(end)) < 0 && !isNext(text, end)) {
            end++;
        }
        return end;
    }

    // Without a blank between them, as in a list.
    private static boolean isNext(String text, int at) {
        return text.charAt(at) == ',' && isScheme(text, at + 1);
    }

    private static boolean isScheme(String text, int begin) {
        int at = begin;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+.-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > begin && text.startsWith(SCHEME_END, at);
    }

    private static Part password(String text, int begin, int end) {
        // By itself, for a search back from here would go on to the beginning of the text.
        String url = text.substring(begin, end);
        int authority = 0;
        while (authority < url.length() && AUTHORITY_ENDS.indexOf(url.charAt(authority)) < 0) {
            authority++;
        }
        int colon = url.indexOf(':');
        if (colon < 0 || colon >= authority || url.startsWith("[")) {
            return new Part(begin, begin);
        }
        int at = url.lastIndexOf('@', authority - 1);
        if (at < 0 && !isPort(url.substring(colon + 1, authority))) {
            // What should have been encoded often is not: the password itself holds a slash or the like.
            at = url.lastIndexOf('@');
        }
        return colon < at ? new Part(begin + colon + 1, begin + at) : new Part(begin, begin);
    }

    /** Whether it is no more than a port, which may be a variable. */
    private static boolean isPort(String text) {
        return text.startsWith("$") || text.chars().allMatch(Character::isDigit);
    }
}
