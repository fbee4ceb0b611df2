package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.core.model.PortClaim;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A port number, or {@code auto}. */
record PortShape() implements Shape<PortClaim> {
    @Override
    public @Nullable PortClaim read(Node node, Place place, Reading reading) {
        if (node instanceof Mapping) {
            reading.faults().error(
                    "compose-port", place + ": ports are not mapped here", node.span(), "write the port it listens on");
            return null;
        }
        String text = reading.text(node, place, words());
        if (text == null) {
            return null;
        }
        return text.equals("auto") ? new PortClaim.Auto() : fixed(text, node, place, reading.faults());
    }

    private static @Nullable PortClaim fixed(String text, Node node, Place place, Faults faults) {
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            String port = text.substring(colon + 1);
            faults.error(
                    "compose-port",
                    place + ": '" + text + "' maps a container's port, and here is no container",
                    node.span(),
                    port(port) > 0 ? "write " + port + ", the port it listens on" : "write the port it listens on");
            return null;
        }
        int port = port(text);
        if (port < 0) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            String message = place + " must be ports from 1 to 65535 or auto, not '" + shown + "'";
            faults.error("bad-port", message, node.span(), text.equals("0") ? "'auto' picks a free one" : "");
            return null;
        }
        return new PortClaim.Fixed(port);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 1 && port <= 65535 ? port : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    @Override
    public String words() {
        return "a port number or auto";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("anyOf", List.of(
                Schemas.of("type", "integer", "minimum", 1, "maximum", 65535),
                Schemas.of("type", "string", "pattern", "\\$\\{|^auto$|^[0-9]+$")));
    }
}
