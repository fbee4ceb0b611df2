package dev.brummer.insight.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a log line says, without the time, the level and the process that its logger puts before it. */
final class Headline {
    private static final String TIME = "\\d{1,4}[-/:.]\\d[\\d:./,TZ+-]*+";
    private static final String SIGN = "[-|:>]++";
    private static final String GROUP = "\\[[^\\]]{0,80}+\\]|\\([^)]{0,40}+\\)";
    private static final String LEVEL = "(?:ERROR|error|ERR|err|ERRO|FATAL|fatal|CRITICAL|critical|CRIT|crit"
            + "|SEVERE|severe|EMERG|ALERT|FAIL|fail|WARN|warn|WARNING|warning)";
    private static final Pattern PREFIX = Pattern.compile("^\\s*+[\\w.-]++\\s*+\\|\\s++");
    private static final Pattern LEVELLED = Pattern.compile("^\\s*+(?:(?:" + TIME + "|\\d++|" + SIGN + "|" + GROUP
            + "|UTC|[AP]M)\\s++){0,8}?\\[?" + LEVEL + "\\]?+(?:\\[\\d++\\])?+[:!]?+"
            + "(?:\\s++(?:" + TIME + "|\\d++(?= ---)|" + SIGN + "|\\[[\\w.:/-]*+\\])(?=\\s))*+\\s++");
    private static final Pattern TIMED = Pattern.compile("^\\s*+(?:(?:" + TIME + "|\\[" + TIME + "\\])\\s++)++");

    private Headline() {}

    static String of(String prefixed) {
        String line = PREFIX.matcher(prefixed).replaceFirst("");
        Matcher levelled = LEVELLED.matcher(line);
        if (levelled.find() && levelled.end() < line.length()) {
            return line.substring(levelled.end());
        }
        Matcher timed = TIMED.matcher(line);
        return timed.find() && timed.end() < line.length() ? line.substring(timed.end()) : line.strip();
    }
}
