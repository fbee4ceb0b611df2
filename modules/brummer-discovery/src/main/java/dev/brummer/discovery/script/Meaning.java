package dev.brummer.discovery.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a script does. */
public sealed interface Meaning {
    /**
     * It does nothing but have others run.
     *
     * @param phases one after the other; what is in one phase runs side by side
     * @param environment variables that are set for all of them
     */
    record Calls(List<List<Call>> phases, Map<String, String> environment) implements Meaning {
        public Calls {
            phases = phases.stream().map(List::copyOf).toList();
            environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        }

        /** Calls in an order that nobody has set variables for. */
        public static Calls of(List<List<Call>> phases) {
            return new Calls(phases, Map.of());
        }
    }

    /** It starts containers and returns. */
    record Containers(ComposeUp up, Where where) implements Meaning {}

    /**
     * It runs a program.
     *
     * @param text what a shell is to run, in the place it is to run at
     * @param before what it calls first, one phase after the other
     */
    record Program(String text, Where where, List<List<Call>> before) implements Meaning {
        public Program {
            before = before.stream().map(List::copyOf).toList();
        }

        /** One that calls nothing first. */
        public static Program of(String text, Where where) {
            return new Program(text, where, List.of());
        }
    }
}
