package dev.brummer.it.kit;

import java.nio.file.Path;

/** A Redis of a test's own, as a service. */
public record RedisService(String name, Path program, int port) {
    /**
     * Its part of {@code brummer.yaml}.
     *
     * @param data the folder of its data
     * @param options of its command, beside those for a server of a test
     */
    public String yaml(Path data, String... options) {
        StringBuilder more = new StringBuilder();
        for (String option : options) {
            more.append(", \"").append(option).append('"');
        }
        return """
                  %s:
                    command: [%s, --port, "%d", --bind, 127.0.0.1, --save, "", --dir, %s%s]
                    ports: [%d]
                """.formatted(name, program, port, data, more, port);
    }
}
