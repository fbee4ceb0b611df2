package dev.brummer.server;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be asked for. */
final class Resources {
    private Resources() {}

    /** All of them. They are made when somebody asks for the first time: a start has no time for it. */
    static List<Resource> all() {
        return Once.ALL;
    }

    private static final class Once {
        static final List<Resource> ALL = Stream.of(
                        IndexResources.all(),
                        FleetResources.all(),
                        RunResources.all(),
                        AlertResources.all(),
                        ActionResources.all(),
                        JournalResources.all(),
                        TerminalResources.all(),
                        InsightResources.all())
                .flatMap(List::stream)
                .toList();
    }
}
