package dev.brummer.cli.prompt;

import java.util.List;
import java.util.function.Supplier;

/**
 * What there is to be named.
 *
 * @param ids of requests, the latest first; asked whenever somebody may want one
 */
public record Names(List<String> services, List<String> stages, Supplier<List<String>> ids) {
    public Names {
        services = List.copyOf(services);
        stages = List.copyOf(stages);
    }
}
