package dev.brummer.runtime;

import java.time.Duration;

/** Time since some fixed moment, which never goes back and does not follow the time of day. */
@FunctionalInterface
interface Elapsed {
    Duration elapsed();
}
