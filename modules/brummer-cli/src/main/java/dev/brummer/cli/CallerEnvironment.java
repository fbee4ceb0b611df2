package dev.brummer.cli;

import java.util.Map;

/** The environment {@code brum} was called in. Bound as a value so that nothing else asks the system for it. */
record CallerEnvironment(Map<String, String> variables) {
    CallerEnvironment {
        variables = Map.copyOf(variables);
    }

    static CallerEnvironment ofThisProcess() {
        return new CallerEnvironment(System.getenv());
    }
}
