package dev.brummer.discovery.compose;

import dev.brummer.discovery.foreign.Values;
import java.util.List;

/** Servers that Brummer can ask in their own protocol, by the names of their images. */
enum KnownImage {
    POSTGRES("postgres", 5432, "postgres", "postgis", "timescaledb", "pgvector"),
    REDIS("redis", 6379, "redis", "valkey"),
    RABBITMQ("amqp", 5672, "rabbitmq"),
    MONGO("mongodb", 27_017, "mongo"),
    KAFKA("kafka", 9092, "kafka", "cp-kafka", "redpanda");

    private final String check;
    private final int port;
    private final List<String> images;

    KnownImage(String check, int port, String... images) {
        this.check = check;
        this.port = port;
        this.images = List.of(images);
    }

    /** The kind of check for a port of a service. */
    static String check(ComposeService service, PortMapping port) {
        String image = name(Values.text(service.body(), "image").orElse(""));
        for (KnownImage known : values()) {
            if (known.images.contains(image) && known.answers(service, port)) {
                return known.check;
            }
        }
        return "tcp";
    }

    private boolean answers(ComposeService service, PortMapping mapping) {
        return port == mapping.container()
                && mapping.isReachedByLoopback()
                && !(this == REDIS && wantsPassword(service));
    }

    /** {@code postgres} of {@code docker.io/library/postgres:16-alpine}. */
    private static String name(String image) {
        String path = image.split("@", 2)[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.split(":", 2)[0];
    }

    // It answers nobody else then, and what the password is stands here for nobody to copy.
    private static boolean wantsPassword(ComposeService service) {
        return service.body().entry("command") != null || service.body().entry("environment") != null;
    }
}
