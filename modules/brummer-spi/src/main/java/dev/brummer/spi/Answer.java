package dev.brummer.spi;

import java.util.List;

/** What a health check found. Immutable. */
public sealed interface Answer {
    /** In words for a person, without a full stop: {@code http 200 in 12 ms}. */
    String reason();

    /** What the answer says of the parts of the service, in its order; often empty. */
    List<Component> components();

    /** It works. */
    record Passing(String reason, List<Component> components) implements Answer {}

    /** It works, and a part of it does not, or not well. Counts as passing. */
    record Degraded(String reason, List<Component> components) implements Answer {}

    /** It does not work. */
    record Failing(String reason, List<Component> components) implements Answer {}

    /** The check could not be made; counts as failing while a service starts and is ignored afterwards. */
    record Unknown(String reason) implements Answer {
        @Override
        public List<Component> components() {
            return List.of();
        }
    }

    /**
     * One part of a service, as its health answer names it.
     *
     * @param detail what it says of itself, as short text; may be empty
     */
    record Component(String name, boolean healthy, String detail) {}

    static Answer passing(String reason) {
        return new Passing(reason, List.of());
    }

    static Answer failing(String reason) {
        return new Failing(reason, List.of());
    }

    static Answer unknown(String reason) {
        return new Unknown(reason);
    }

    /** Whether the service may be used: passing or degraded. */
    default boolean isPassing() {
        return switch (this) {
            case Passing _, Degraded _ -> true;
            case Failing _, Unknown _ -> false;
        };
    }
}
