package dev.brummer.insight.id;

import java.util.Locale;

/**
 * An id and where it stands in the plain text of a line.
 *
 * @param kind what it is an id of: {@code request}, {@code trace}, {@code order}, {@code user}, …
 * @param value as it was written
 * @param start where it begins, in chars of the line without escape sequences
 * @param end where it ends
 */
public record FoundId(String kind, String value, Role role, int start, int end) {
    /** What an id says of its line. */
    public enum Role {
        /** The line belongs to that request. */
        REQUEST,
        /** The line is about something that requests are about, too. */
        LINK
    }

    /**
     * The same for the same id, whatever its case. Short numbers are told apart by what they are ids of: order 17 is
     * not user 17.
     */
    public String key() {
        return key(role, kind, value);
    }

    static String key(Role role, String kind, String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        return role == Role.REQUEST || IdShape.isDistinct(plain) ? plain : kind + ' ' + plain;
    }

    public boolean isRequest() {
        return role == Role.REQUEST;
    }
}
