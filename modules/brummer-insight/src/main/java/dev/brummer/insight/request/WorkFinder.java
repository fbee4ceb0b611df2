package dev.brummer.insight.request;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a line says of the work it tells of: durations, HTTP statuses, request lines. */
final class WorkFinder {
    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final String UNIT = "\\s?(ns|µs|μs|us|ms|msec|s|sec|secs|seconds?|milliseconds?|m|min)\\b";
    private static final Pattern CALL =
            Pattern.compile("(?:→|->|=>)\\s*([A-Za-z][\\w .-]{0,60}?)\\s*\\(" + NUMBER + UNIT + "\\)");
    private static final Pattern REQUEST_LINE =
            Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s+(/\\S{0,200}?)(?=[\\s\"'?]|$)");
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([A-Z]{3,7})\"");
    private static final Pattern PATH = Pattern.compile("\"(?:url|path|uri)\"\\s*:\\s*\"(/[^\"?]{0,200})");

    /** Durations, each with its unit; the first that is found counts. */
    private static final List<Pattern> MEASURED = List.of(
            Pattern.compile("\\(" + NUMBER + UNIT + "\\)"),
            Pattern.compile("(?i)\\b(?:took|in|after|duration|elapsed|latency|time|completed?|finished|done)\\b"
                    + "[\"']?\\s*[=:]?\\s*\"?" + NUMBER + UNIT),
            Pattern.compile("\\s" + NUMBER + "\\s?(ms)\\b"));

    private static final Pattern MILLIS = Pattern.compile(
            "(?i)\\b(?:duration|elapsed|latency|took|response_?time|time)_?ms\"?\\s*[=:]\\s*\"?" + NUMBER
                    + "|\\bresponseTime\"?\\s*[=:]\\s*\"?" + NUMBER);
    private static final Pattern SECONDS = Pattern.compile(
            "(?i)\\b(?:duration_?(?:s|seconds)|request_time|elapsed_?(?:s|seconds))\"?\\s*[=:]\\s*\"?" + NUMBER);
    private static final Pattern PLANNED = Pattern.compile(
            "(?i)\\b(?:retry|retrying|again|backoff|back off|sleep\\w*|wait\\w*|timeout|interval|every|schedul\\w*"
                    + "|expires?)\\b");

    private static final List<Pattern> STATUSES = List.of(
            Pattern.compile("(?i)\\bstatus[ _]?(?:code)?\"?\\s*[=: ]\\s*\"?([1-5]\\d\\d)\\b"),
            Pattern.compile("HTTP/\\d(?:\\.\\d)?\"? ([1-5]\\d\\d)\\b"),
            Pattern.compile("\\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \\S+ (?:[-→>:]+ )?([1-5]\\d\\d)\\b"),
            Pattern.compile("\\bHTTP ([1-5]\\d\\d)\\b"),
            Pattern.compile("(?i)\\b(?:responded|answered|returned|failed) (?:with )?([1-5]\\d\\d)\\b"));

    private WorkFinder() {}

    static Work of(String line) {
        Matcher call = CALL.matcher(line);
        if (call.find()) {
            return new Work("", call.group(1).strip(), duration(call.group(2), call.group(3)), status(line));
        }
        return new Work(what(line), "", took(line), status(line));
    }

    private static String what(String line) {
        Matcher request = REQUEST_LINE.matcher(line);
        if (request.find()) {
            return request.group(1) + " " + request.group(2);
        }
        Matcher method = METHOD.matcher(line);
        Matcher path = PATH.matcher(line);
        return method.find() && path.find() ? method.group(1) + " " + path.group(1) : "";
    }

    private static Optional<Duration> took(String line) {
        Matcher millis = MILLIS.matcher(line);
        if (millis.find()) {
            return duration(millis.group(1) == null ? millis.group(2) : millis.group(1), "ms");
        }
        Matcher seconds = SECONDS.matcher(line);
        if (seconds.find()) {
            return duration(seconds.group(1), "s");
        }
        for (Pattern pattern : MEASURED) {
            Matcher measured = pattern.matcher(line);
            if (measured.find() && !PLANNED.matcher(line).find()) {
                return duration(measured.group(1), measured.group(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> duration(String number, String unit) {
        long nanos =
                switch (unit.charAt(0)) {
                    case 'n' -> 1;
                    case 'µ', 'μ', 'u' -> 1_000;
                    case 's' -> 1_000_000_000L;
                    default -> unit.equals("m") || unit.equals("min") ? 60_000_000_000L : 1_000_000;
                };
        BigDecimal total = new BigDecimal(number).multiply(BigDecimal.valueOf(nanos));
        // Longer than a day is a number of something else.
        return total.compareTo(BigDecimal.valueOf(Duration.ofDays(1).toNanos())) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(total.longValue()));
    }

    private static OptionalInt status(String line) {
        for (Pattern pattern : STATUSES) {
            Matcher status = pattern.matcher(line);
            if (status.find()) {
                return OptionalInt.of(Integer.parseInt(status.group(1)));
            }
        }
        return OptionalInt.empty();
    }
}
