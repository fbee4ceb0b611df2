package dev.brummer.runtime.doctor;

import dev.brummer.core.model.ServiceSpec;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that was looked at.
 *
 * @param id stable, for scripts: {@code port-in-use}
 * @param service the service's name; empty where it is about all of them
 * @param message what was found, without a full stop and without anything that a terminal would act on
 * @param hint what to do about it; empty where there is nothing to do
 */
public record Finding(String id, Severity severity, String service, String message, String hint) {
    public Finding {
        message = printable(message);
        hint = printable(hint);
    }

    /** What a finding means for a start. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** A start may go well, but not as it was meant. */
        WARNING,
        /** A start would fail. */
        ERROR
    }

    /** Whether a start would fail. */
    public static boolean someFails(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    static Finding ok(String id, String message) {
        return new Finding(id, Severity.OK, "", message, "");
    }

    static Finding warning(String id, ServiceSpec service, String message, String hint) {
        return new Finding(id, Severity.WARNING, service.id().name(), message, hint);
    }

    static Finding error(String id, ServiceSpec service, String message, String hint) {
        return new Finding(id, Severity.ERROR, service.id().name(), message, hint);
    }

    /** The same in other words. */
    Finding worded(UnaryOperator<String> words) {
        return new Finding(id, severity, service, words.apply(message), words.apply(hint));
    }

    // The command line of a stranger may hold anything.
    private static String printable(String text) {
        return text.strip().replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }
}
