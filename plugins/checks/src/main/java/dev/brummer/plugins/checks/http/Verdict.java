package dev.brummer.plugins.checks.http;

import java.util.Locale;

/** What a word in a health report means, from the least to the worst. */
enum Verdict {
    /** Says nothing that is understood; whatever else is known decides. */
    SILENT,
    WELL,
    DEGRADED,
    FAILING;

    static Verdict of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
            case "healthy", "ok", "up", "pass", "passing", "passed", "connected", "ready", "available", "alive",
                            "online" ->
                WELL;
            case "degraded", "warn", "warning" -> DEGRADED;
            case "unhealthy", "down", "fail", "failed", "failing", "error", "critical", "disconnected", "unavailable",
                            "unreachable", "out_of_service", "not_ready", "dead", "offline" ->
                FAILING;
            default -> SILENT;
        };
    }

    static Verdict of(boolean works) {
        return works ? WELL : FAILING;
    }

    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
