package dev.brummer.config.shape;

import dev.brummer.config.yaml.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a key accepts.
 *
 * @param <T> what it is read as
 */
public interface Shape<T> {
    /** The value, or null where it is wrong, which the reading's faults then say, or not to be known yet. */
    @Nullable T read(Node node, Place place, Reading reading);

    /** The same value in its long form, in which it merges. What is wrong stays as it is, for {@link #read} to tell. */
    default Node normal(Node node) {
        return node;
    }

    /** What holds when a later file says {@code high} where an earlier one said {@code low}; both in long form. */
    default Node merge(Node low, Node high) {
        return high;
    }

    /** What it accepts, in words that follow "must be". */
    String words();

    /** What it accepts, as JSON Schema. */
    Map<String, Object> schema();
}
