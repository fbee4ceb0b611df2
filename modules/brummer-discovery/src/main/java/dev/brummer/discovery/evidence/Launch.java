package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Span;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program that a command comes to in the end, once the scripts that it calls are followed. Immutable.
 *
 * @param folder where it runs
 * @param words its own words; one that only a shell knows stands there as it is written
 * @param variables what the scripts on the way set for it
 * @param readsDotEnv whether something on the way has it read the {@code .env} of its folder
 * @param at where its words stand
 */
record Launch(Path folder, List<String> words, Map<String, Assigned> variables, boolean readsDotEnv, Span at) {
    Launch {
        words = List.copyOf(words);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The program without its folder, such as {@code node}. */
    String program() {
        String first = words.isEmpty() ? "" : words.getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }
}
