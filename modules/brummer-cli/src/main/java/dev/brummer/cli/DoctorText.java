package dev.brummer.cli;

import dev.brummer.runtime.doctor.Finding;
import dev.brummer.runtime.doctor.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fusesource.jansi.Ansi;

/** Findings for a person: what is well on a line each, the rest with what to do about it. */
final class DoctorText {
    private static final int WIDTH = 9;
    private static final int MOST_NAMES = 3;

    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    private DoctorText(boolean colour) {
        this.colour = colour;
    }

    static String of(List<Finding> findings, boolean colour) {
        DoctorText text = new DoctorText(colour);
        Map<Finding, List<String>> services = services(findings);
        services.forEach(text::finding);
        text.summary(services.keySet());
        return text.text.toString();
    }

    /** Each finding once, with the services it is about. */
    private static Map<Finding, List<String>> services(List<Finding> findings) {
        Map<Finding, List<String>> services = new LinkedHashMap<>();
        for (Finding each : findings) {
            Finding common = new Finding(each.id(), each.severity(), "", each.message(), each.hint());
            List<String> names = services.computeIfAbsent(common, _ -> new ArrayList<>());
            if (!each.service().isEmpty() && !names.contains(each.service())) {
                names.add(each.service());
            }
        }
        return services;
    }

    private void finding(Finding finding, List<String> services) {
        String word = word(finding.severity());
        text.append(painted(finding.severity(), word)).append(" ".repeat(WIDTH - word.length()));
        if (!services.isEmpty()) {
            text.append(names(services)).append(": ");
        }
        text.append(finding.message()).append('\n');
        if (!finding.hint().isEmpty()) {
            text.append(" ".repeat(WIDTH)).append("→ ").append(finding.hint()).append('\n');
        }
    }

    private static String names(List<String> services) {
        if (services.size() <= MOST_NAMES + 1) {
            return String.join(", ", services);
        }
        return String.join(", ", services.subList(0, MOST_NAMES)) + " and " + (services.size() - MOST_NAMES) + " others";
    }

    private void summary(Set<Finding> findings) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        text.append('\n');
        if (errors > 0) {
            text.append(counted(errors, "error"));
            text.append(warnings > 0 ? ", " + counted(warnings, "warning") : "").append(": a start would fail\n");
        } else {
            text.append(warnings > 0 ? counted(warnings, "warning") + ", and nothing" : "nothing")
                    .append(" that would make a start fail\n");
        }
    }

    private static long count(Set<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String word(Severity severity) {
        return switch (severity) {
            case OK -> "ok";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    private String painted(Severity severity, String word) {
        if (!colour) {
            return word;
        }
        Ansi.Color tint = switch (severity) {
            case OK -> Ansi.Color.GREEN;
            case WARNING -> Ansi.Color.YELLOW;
            case ERROR -> Ansi.Color.RED;
        };
        return Ansi.ansi().fg(tint).a(word).reset().toString();
    }
}
