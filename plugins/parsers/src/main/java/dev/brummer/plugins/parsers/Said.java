package dev.brummer.plugins.parsers;

import dev.brummer.spi.LogLine;
import org.jspecify.annotations.Nullable;

/** What somebody said, taken out of what a logger made of it. */
final class Said {
    private static final String[] LOGFMT = {"msg=\"", "message=\""};

    private Said() {}

    /** The message of a line of JSON or of {@code key="value"}s; of any other line, the line. */
    static String in(LogLine line) {
        return in(line.text());
    }

    static String in(String text) {
        Json json = Json.in(text);
        if (json != null) {
            String message = message(json);
            return message == null ? text : message.stripTrailing();
        }
        return inPlain(text);
    }

    /** The same for a line that is no JSON. */
    static String inPlain(String text) {
        if (!text.contains("=\"")) {
            return text;
        }
        for (String key : LOGFMT) {
            int at = text.indexOf(key);
            if (at >= 0 && Head.covers(text, at)) {
                return quoted(text, at + key.length());
            }
        }
        return text;
    }

    private static @Nullable String message(Json json) {
        while (json.next()) {
            if (isMessage(json)) {
                return json.string();
            }
        }
        return null;
    }

    /** Whether the member has a name under which loggers write what was said. */
    static boolean isMessage(Json member) {
        return member.is("message") || member.is("msg") || member.is("@message") || member.is("@m") || member.is("log");
    }

    private static String quoted(String text, int from) {
        StringBuilder plain = new StringBuilder();
        for (int i = from; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
