package dev.brummer.core.text;

/** A text as JSON spells it. Characters that could disturb a terminal or end a line are escaped as well. */
public final class JsonString {
    private JsonString() {}

    /** The text in quotes. */
    public static String quoted(String text) {
        return '"' + spelt(text) + '"';
    }

    /** The text as it stands between the quotes. */
    public static String spelt(String text) {
        StringBuilder spelt = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> spelt.append("\\\"");
                case '\\' -> spelt.append("\\\\");
                case '\n' -> spelt.append("\\n");
                case '\r' -> spelt.append("\\r");
                case '\t' -> spelt.append("\\t");
                default -> {
                    boolean control = c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c == 0x2028 || c == 0x2029;
                    spelt.append(control ? "\\u" + Integer.toHexString(0x10000 | c).substring(1) : String.valueOf(c));
                }
            }
        }
        return spelt.toString();
    }
}
