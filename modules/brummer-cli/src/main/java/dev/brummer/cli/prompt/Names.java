package dev.brummer.cli.prompt;

import java.util.List;
import java.util.function.Supplier;

/**
 * What there is to be named; asked whenever somebody may want to name something.
 *
 * @param groups names that stand for several services, of which some are there
 * @param ids of requests, the latest first
 */
public record Names(
        Supplier<List<String>> services,
        Supplier<List<String>> stages,
        Supplier<List<String>> groups,
        Supplier<List<String>> ids) {}
