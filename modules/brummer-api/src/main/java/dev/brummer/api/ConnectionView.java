package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import java.util.Optional;

/**
 * Established TCP connections that go the same way. Immutable.
 *
 * @param from who has connected; empty for somebody who is not of the fleet
 * @param to who listens; empty for somebody who is not of the fleet
 * @param address where it listens: {@code 127.0.0.1}, {@code ::1}; empty where a service of the fleet does
 * @param port the port that is listened on
 * @param what what usually listens on that port, such as {@code redis}; empty where nothing is known for it
 * @param count how many there are
 */
public record ConnectionView(
        Optional<InstanceId> from,
        Optional<InstanceId> to,
        Optional<String> address,
        int port,
        Optional<String> what,
        int count) {}
