package dev.brummer.core.alert;

import dev.brummer.spi.InstanceId;
import java.util.Optional;

/**
 * What an alert is about.
 *
 * @param breaker the breaker in the instance, where it is about one that has a name
 */
public record Subject(InstanceId instance, Optional<String> breaker) {
    static Subject of(InstanceId instance) {
        return new Subject(instance, Optional.empty());
    }
}
