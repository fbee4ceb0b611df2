package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.function.Consumer;

/** A port that a server could not have. Where the line does not say which, there is nothing to tell. */
final class PortConflictParser implements LogParser {
    private static final int HIGHEST_PORT = 65535;

    @Override
    public List<String> needles() {
        return List.of(
                "EADDRINUSE",
                "address already in use",
                " in use",
                "already running on port",
                "port may be in use",
                "port is already allocated");
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String said = Said.in(line);
        int port = PortWords.port(said);
        if (port < 0) {
            port = AddressInUse.port(said);
        }
        if (port > 0 && port <= HIGHEST_PORT) {
            found.accept(new Fact.PortTaken(port));
        }
    }
}
