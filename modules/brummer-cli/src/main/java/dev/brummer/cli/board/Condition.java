package dev.brummer.cli.board;

import dev.brummer.api.CheckView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.insight.report.Paint;
import java.util.Optional;

/** How much a check should worry somebody, the worst first. */
enum Condition {
    FAILING,
    /** Its service has ended by its own fault. */
    DEAD,
    DEGRADED,
    UNKNOWN,
    /** Its service has not got ready yet. */
    STARTING,
    /** Its service does not run. */
    AWAY,
    WELL;

    static Condition of(InstanceHealth instance, CheckView check) {
        return switch (instance.state()) {
            case FAILED, BACKING_OFF -> DEAD;
            case PENDING, WAITING, STOPPING, STOPPED, COMPLETED, DISABLED -> AWAY;
            case STARTING, READY, UNHEALTHY -> check.last().map(said -> of(said.verdict())).orElse(STARTING);
        };
    }

    private static Condition of(CheckView.Verdict verdict) {
        return switch (verdict) {
            case PASSING -> WELL;
            case DEGRADED -> DEGRADED;
            case FAILING -> FAILING;
            case UNKNOWN -> UNKNOWN;
            case NOT_YET -> STARTING;
        };
    }

    /** Whether the check itself says that something is wrong. */
    boolean isSick() {
        return switch (this) {
            case FAILING, DEGRADED, UNKNOWN -> true;
            case DEAD, STARTING, AWAY, WELL -> false;
        };
    }

    /** Whether the state of the service says more than the last answer, which is of another time. */
    boolean isOfTheState() {
        return switch (this) {
            case DEAD, AWAY -> true;
            case FAILING, DEGRADED, UNKNOWN, STARTING, WELL -> false;
        };
    }

    /** How loud it is; empty for what is as it should be. */
    Optional<Paint.Style> style() {
        return switch (this) {
            case FAILING, DEAD -> Optional.of(Paint.Style.ERROR);
            case DEGRADED, UNKNOWN -> Optional.of(Paint.Style.WARNING);
            case STARTING, AWAY, WELL -> Optional.empty();
        };
    }
}
