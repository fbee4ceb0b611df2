package dev.brummer.core.alert;

import dev.brummer.core.model.AlertRule;
import java.time.Duration;

/** An alert begins, or is over. Moments are durations since the fleet's start. */
public sealed interface AlertChange {
    AlertRule rule();

    Subject subject();

    /** Since when its condition has held. */
    Duration since();

    /** What is so, or is so no more, in words for a person, without a full stop. */
    String text();

    record Begun(AlertRule rule, Subject subject, Duration since, String text) implements AlertChange {}

    /** @param lasted how long its condition has held */
    record Over(AlertRule rule, Subject subject, Duration since, Duration lasted, String text) implements AlertChange {}
}
