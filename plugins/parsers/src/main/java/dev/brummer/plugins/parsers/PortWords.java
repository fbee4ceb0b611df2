package dev.brummer.plugins.parsers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that name the port themselves: {@code Port 8080 was already in use}. */
final class PortWords {
    /** The sentences; each is looked for only around words that stand in no other. */
    private static final List<PortWords> ALL = List.of(
            new PortWords(
                    " in use",
                    "\\bport[ =:]{1,2}+(\\d{2,5}+)(?: was| is)?(?: already)? in use\\b(?! by (?:this|us|me)\\b)"),
            new PortWords("already running on port ", "already running on port (\\d{2,5}+)\\b(?! and)"),
            new PortWords("(port may be in use)", "\\bopening port \"(\\d{2,5}+)\" \\(port may be in use\\)"),
            new PortWords(
                    "port is already allocated",
                    "\\bbind for [\\d.:\\[\\]]{1,45}?:(\\d{2,5}+) failed: port is already"),
            new PortWords("onnection in use: ('", "\\bconnection in use: \\('[^']{0,64}', (\\d{2,5}+)\\)"));

    /** How far from the words the port may be. */
    private static final int AROUND = 100;

    private final String words;
    private final Pattern sentence;

    private PortWords(String words, String sentence) {
        this.words = words;
        this.sentence = Pattern.compile(sentence, Pattern.CASE_INSENSITIVE);
    }

    /** The port; -1 if none is named. */
    static int port(String said) {
        for (PortWords each : ALL) {
            int at = said.indexOf(each.words);
            int port = at < 0 ? -1 : each.around(said, at);
            if (port > 0) {
                return port;
            }
        }
        return -1;
    }

    private int around(String said, int at) {
        Matcher found = sentence.matcher(said)
                .region(Math.max(0, at - AROUND), Math.min(said.length(), at + AROUND))
                .useTransparentBounds(true);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }
}
