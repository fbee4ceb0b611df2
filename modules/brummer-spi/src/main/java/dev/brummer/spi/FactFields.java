package dev.brummer.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes what a {@link Fact} consists of, field by field and in its order, for whoever writes facts down. */
public interface FactFields {
    void text(String name, String value);

    void number(String name, long value);

    void decimal(String name, double value);

    /** A duration; written as milliseconds. */
    void duration(String name, Duration value);

    void texts(String name, List<String> values);

    /** Named values that belong together. */
    void values(String name, List<Fact.Value> values);

    /** The text, if there is one. */
    default void text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
    }
}
