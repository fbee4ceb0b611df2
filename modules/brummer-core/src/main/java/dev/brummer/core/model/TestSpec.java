package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test of the file: a command that is run once the services are ready that it needs.
 *
 * @param workingDir absolute
 * @param environment what the file says of this test; what it says of every service is none of a test's
 * @param up what has to be ready, with what that waits for; services of other profiles may be among them; empty for all
 * @param timeout how long all of it may take; empty for no limit
 */
public record TestSpec(
        String name,
        Command command,
        Path workingDir,
        Map<String, EnvironmentValue> environment,
        Optional<List<ServiceId>> up,
        Optional<Duration> timeout) {
    public TestSpec {
        Require.require(workingDir.isAbsolute(), "working folder is not absolute: %s", workingDir);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        up = up.map(List::copyOf);
    }
}
