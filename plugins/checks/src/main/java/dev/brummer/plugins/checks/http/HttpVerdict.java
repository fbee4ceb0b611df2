package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.http.HealthReport.Member;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.spi.Answer;
import dev.brummer.spi.Answer.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What follows from a status and a body. Used by one thread at a time, as a check is. */
final class HttpVerdict {
    private static final int MOST_NAMED = 3;

    private final ExpectedStatus expected;
    private final String resource;
    private Said latest = Said.NOTHING;

    /**
     * What a body said. A service that is well says the same each time, and reading it is the larger part of asking.
     *
     * @param components those that the report names
     */
    private record Said(byte[] body, HealthReport report, List<Component> components) {
        static final Said NOTHING = new Said(new byte[0], HealthReport.EMPTY, List.of());

        static Said in(byte[] body) {
            HealthReport report = looksLikeJson(body) ? HealthReportReader.read(body) : HealthReport.EMPTY;
            return new Said(body, report, report.members().stream().map(HttpVerdict::component).toList());
        }
    }

    HttpVerdict(ExpectedStatus expected, String resource) {
        this.expected = expected;
        this.resource = resource;
    }

    /** @param deadline since when it was asked */
    Answer on(int status, byte[] body, Deadline deadline) {
        String took = "http " + status + " in " + deadline.elapsed();
        if (!Arrays.equals(body, latest.body())) {
            latest = Said.in(body);
        }
        HealthReport report = latest.report();
        if (!expected.includes(status)) {
            return new Answer.Failing(took + because(status, report), latest.components());
        }
        return switch (report.worst()) {
            case FAILING -> new Answer.Failing(took + ": " + summary(report), latest.components());
            case DEGRADED -> new Answer.Degraded(culprits(report) + ", " + took, latest.components());
            case WELL, SILENT -> new Answer.Passing(took, latest.components());
        };
    }

    private static boolean looksLikeJson(byte[] body) {
        int first = 0;
        while (first < body.length && Character.isWhitespace(body[first])) {
            first++;
        }
        return first < body.length && body[first] == '{';
    }

    private String because(int status, HealthReport report) {
        String said = summary(report);
        if (!said.isEmpty()) {
            return ": " + said;
        }
        return status == 404
                ? ": nothing at " + PlainText.oneLine(resource, 60)
                : status < 400 ? ", expected " + expected : "";
    }

    /** {@code unhealthy, database down}, or the error that it tells. */
    private static String summary(HealthReport report) {
        List<String> words = new ArrayList<>();
        if (!report.word().isEmpty()) {
            words.add(report.word());
        }
        words.addAll(named(report.ailing()));
        if (report.ailing().isEmpty() && !report.detail().isEmpty()) {
            words.add(report.detail());
        }
        return String.join(", ", words);
    }

    private static String culprits(HealthReport report) {
        List<String> named = named(report.ailing());
        return named.isEmpty() ? "status " + report.word() : String.join(", ", named);
    }

    private static List<String> named(List<Member> ailing) {
        List<String> words = new ArrayList<>();
        ailing.stream().limit(MOST_NAMED).forEach(member -> words.add(member.name() + " " + member.word()));
        if (ailing.size() > MOST_NAMED) {
            words.add((ailing.size() - MOST_NAMED) + " more");
        }
        return words;
    }

    private static Component component(Member member) {
        boolean healthy = member.verdict() != Verdict.FAILING;
        return new Component(member.name(), healthy, member.detail().isEmpty() ? member.word() : member.detail());
    }
}
