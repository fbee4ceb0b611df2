package dev.brummer.plugins.checks.http;

import java.util.Comparator;
import java.util.List;

/**
 * What a service's JSON body says of it. Immutable; every text is short and fit for a terminal.
 *
 * @param verdict what the service says of itself as a whole
 * @param word how it says it: {@code unhealthy}; empty if it does not
 * @param detail what it says beyond that: an error's text; often empty
 * @param members its parts that say how they are, in its order
 */
record HealthReport(Verdict verdict, String word, String detail, List<Member> members) {
    static final HealthReport EMPTY = new HealthReport(Verdict.SILENT, "", "", List.of());

    /**
     * A part of the service.
     *
     * @param word what it says: {@code down}
     * @param detail what it says beyond that: an error's text; often empty
     */
    record Member(String name, Verdict verdict, String word, String detail) {
        boolean ails() {
            return verdict == Verdict.FAILING || verdict == Verdict.DEGRADED;
        }
    }

    /** What counts: the word on the whole, and a failing part makes it degraded at the least. */
    Verdict worst() {
        return verdict != Verdict.FAILING && members.stream().anyMatch(Member::ails) ? Verdict.DEGRADED : verdict;
    }

    /** The parts that fail, then those that are degraded. */
    List<Member> ailing() {
        return members.stream()
                .filter(Member::ails)
                .sorted(Comparator.comparing(Member::verdict).reversed())
                .toList();
    }
}
