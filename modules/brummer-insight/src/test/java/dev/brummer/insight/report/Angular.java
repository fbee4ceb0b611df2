package dev.brummer.insight.report;

import java.util.regex.Pattern;

/** Paint that one can read. */
final class Angular implements Paint {
    private static final Pattern MARK = Pattern.compile("<[^|]*\\|([^<>]*)>");

    @Override
    public String styled(Style style, String text) {
        return text.isBlank() ? text : "<" + style + "|" + text + ">";
    }

    @Override
    public String service(String name, String text) {
        return "<" + name + "|" + text + ">";
    }

    @Override
    public String link(String uri, String text) {
        return "<" + uri + "|" + text + ">";
    }

    /** What it has painted, without the paint and the blanks at the end that were hidden by it. */
    static String without(String painted) {
        String text = painted;
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = MARK.matcher(text).replaceAll("$1");
        }
        return text.replaceAll("(?m) +$", "");
    }
}
