package dev.brummer.cli.capsule;

import java.util.function.UnaryOperator;

/** The strings of a JSON text: what is done to them alone leaves it JSON. */
final class JsonStrings {
    private JsonStrings() {}

    /**
     * The text with something else for each string.
     *
     * @param change gets what stands between the quotes, as it is written there, and returns the same or what may
     */
    static String changed(String json, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder(json.length());
        int from = 0;
        for (int begin = json.indexOf('"'); begin >= 0; begin = json.indexOf('"', from)) {
            int end = end(json, begin + 1);
            changed.append(json, from, begin + 1).append(change.apply(json.substring(begin + 1, end)));
            from = end;
            if (end < json.length()) {
                changed.append('"');
                from++;
            }
        }
        return changed.append(json, from, json.length()).toString();
    }

    /** Where a string ends; the end of the text where it does not. */
    private static int end(String json, int from) {
        for (int at = from; at < json.length(); at++) {
            if (json.charAt(at) == '\\') {
                at++;
            } else if (json.charAt(at) == '"') {
                return at;
            }
        }
        return json.length();
    }
}
