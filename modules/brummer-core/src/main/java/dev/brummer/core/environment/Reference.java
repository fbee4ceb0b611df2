package dev.brummer.core.environment;

import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.ServiceId;

/** What {@code ${services.auth.port}} asks for. */
public record Reference(ServiceId service, Property property) {
    /** The host that every service's URL names: they all run on this machine. */
    public static final String HOST_NAME = "localhost";

    /** What can be known of a service. */
    public enum Property {
        /** Its first port. */
        PORT,
        HOST,
        /** {@code http://localhost:PORT}. */
        URL
    }

    /**
     * @param index where the reference stands in its template
     * @throws UnresolvedException if the path asks for something that services do not have
     */
    public static Reference parse(String path, int index) throws UnresolvedException {
        int begin = path.indexOf('.') + 1;
        int end = path.lastIndexOf('.');
        String property = path.substring(end + 1);
        return new Reference(
                new ServiceId(path.substring(begin, end)),
                switch (property) {
                    case "port" -> Property.PORT;
                    case "host" -> Property.HOST;
                    case "url" -> Property.URL;
                    default -> throw new UnresolvedException(
                            "a service has no '" + property + "' to refer to, only port, host and url", index);
                });
    }
}
