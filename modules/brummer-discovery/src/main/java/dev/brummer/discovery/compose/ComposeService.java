package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import java.util.List;

/**
 * A service of a Compose file, with what it extends. Immutable.
 *
 * @param key its name, where it stands
 * @param body what is said of it
 * @param ports its TCP ports
 */
record ComposeService(Scalar key, Mapping body, List<PortMapping> ports) {
    ComposeService {
        ports = List.copyOf(ports);
    }

    String name() {
        return key.text();
    }

    /** The profiles it exists in; none for all. */
    List<String> profiles() {
        return Values.texts(body.value("profiles"));
    }
}
