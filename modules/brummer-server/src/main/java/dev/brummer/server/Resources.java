package dev.brummer.server;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be asked for. */
final class Resources {
    private Resources() {}

    static List<Resource> all() {
        return Stream.of(FleetResources.all(), ActionResources.all(), TerminalResources.all()).flatMap(List::stream).toList();
    }
}
