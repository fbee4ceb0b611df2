package dev.brummer.runtime;

import dev.brummer.spi.InstanceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What there is to say of failed starts beyond their reasons. Each is said once: in the summary, should the failure be the
 * end of the fleet, and else beside the failure. Safe for use by several threads.
 */
final class Explanations {
    private final Map<InstanceId, String> open = new HashMap<>();
    private final Map<InstanceId, String> said = new HashMap<>();
    private final UnaryOperator<String> wording;

    /** @param wording what makes of a text what anybody may read */
    Explanations(UnaryOperator<String> wording) {
        this.wording = wording;
    }

    synchronized void add(InstanceId instance, String told) {
        String explanation = told.isEmpty() ? told : wording.apply(told);
        if (!explanation.isEmpty() && !explanation.equals(said.get(instance))) {
            open.put(instance, explanation);
        }
    }

    /** What is still to be said of an instance; counts as said from then on. */
    synchronized Optional<String> take(InstanceId instance) {
        Optional<String> explanation = Optional.ofNullable(open.remove(instance));
        explanation.ifPresent(text -> said.put(instance, text));
        return explanation;
    }
}
