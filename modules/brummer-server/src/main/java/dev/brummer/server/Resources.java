package dev.brummer.server;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be asked for. */
final class Resources {
    private Resources() {}

    static List<Resource> all() {
        return Stream.of(
                        IndexResources.all(),
                        FleetResources.all(),
                        RunResources.all(),
                        ActionResources.all(),
                        JournalResources.all(),
                        InsightResources.all())
                .flatMap(List::stream)
                .toList();
    }
}
