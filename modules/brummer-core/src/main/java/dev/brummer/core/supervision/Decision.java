package dev.brummer.core.supervision;

import java.util.List;

/** What follows from an event: the next fleet, and what is to be done, in order. */
public record Decision(Fleet fleet, List<Action> actions) {
    public Decision {
        actions = List.copyOf(actions);
    }
}
