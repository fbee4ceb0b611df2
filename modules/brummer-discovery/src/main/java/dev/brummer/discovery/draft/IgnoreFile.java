package dev.brummer.discovery.draft;

import java.util.ArrayList;
import java.util.List;

/** What of Brummer's files a {@code .gitignore} has to name. */
public final class IgnoreFile {
    private static final List<String> OWN = List.of("/.brummer/*", "!/.brummer/plugins/");
    private static final String LOCAL = "/brummer.local.yaml";

    private IgnoreFile() {}

    /**
     * The text with what it lacks at its end; the same text where that is nothing.
     *
     * @param text of the file that is there; empty where there is none
     */
    public static String with(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> lacking = new ArrayList<>();
        if (lines.stream().noneMatch(line -> line.matches("(\\*\\*)?/?\\.brummer(/\\*{0,2})?"))) {
            lacking.addAll(OWN);
        }
        if (lines.stream().noneMatch(line -> line.matches("(\\*\\*)?/?(brummer|\\*)\\.local\\.(yaml|\\*)"))) {
            lacking.add(LOCAL);
        }
        if (lacking.isEmpty()) {
            return text;
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String before = text.isEmpty() || text.endsWith("\n") ? text : text + end;
        return before + String.join(end, lacking) + end;
    }
}
