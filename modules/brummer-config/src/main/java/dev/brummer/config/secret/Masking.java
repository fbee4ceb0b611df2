package dev.brummer.config.secret;

import org.jspecify.annotations.Nullable;

/** A text of which parts are being hidden. Parts that touch each other become one. Used by one thread. */
final class Masking {
    private final String text;
    private @Nullable StringBuilder masked;
    private int begin;
    private int end;
    private int copied;

    Masking(String text) {
        this.text = text;
    }

    /**
     * Hides a part.
     *
     * @param from not before that of the part that was hidden last
     */
    void hide(int from, int to) {
        if (masked == null) {
            masked = new StringBuilder(text.length());
            begin = from;
            end = to;
        } else if (from <= end) {
            end = Math.max(end, to);
        } else {
            write(masked);
            begin = from;
            end = to;
        }
    }

    /** The text without the hidden parts: itself where there are none. */
    String done() {
        if (masked == null) {
            return text;
        }
        write(masked);
        return masked.append(text, copied, text.length()).toString();
    }

    private void write(StringBuilder out) {
        out.append(text, copied, begin).append(Secrets.MASK);
        copied = end;
    }
}
