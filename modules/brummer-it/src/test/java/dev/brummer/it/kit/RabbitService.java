package dev.brummer.it.kit;

import java.nio.file.Path;

/**
 * A RabbitMQ of a test's own, as a service.
 *
 * @param mapperPort that of its port mapper
 * @param kinPort that for its kin
 */
public record RabbitService(Path program, int port, int mapperPort, int kinPort) {
    /**
     * Its part of {@code brummer.yaml}.
     *
     * @param data the folder of its data, where {@code rabbitmq.conf} and {@code plugins} are read too, if there
     * @param ports those it claims, as they are written
     */
    public String yaml(Path data, String ports) {
        return """
                  rabbitmq-server:
                    command: [%1$s]
                    ports: %6$s
                    environment:
                      HOME: %3$s
                      ERL_EPMD_PORT: "%4$d"
                      ERL_EPMD_ADDRESS: 127.0.0.1
                      RABBITMQ_NODENAME: it%2$d@localhost
                      RABBITMQ_NODE_IP_ADDRESS: 127.0.0.1
                      RABBITMQ_NODE_PORT: "%2$d"
                      RABBITMQ_DIST_PORT: "%5$d"
                      RABBITMQ_MNESIA_BASE: %3$s/mnesia
                      RABBITMQ_LOGS: "-"
                      RABBITMQ_LOG_BASE: %3$s/log
                      RABBITMQ_CONFIG_FILE: %3$s/rabbitmq
                      RABBITMQ_ENABLED_PLUGINS_FILE: %3$s/plugins
                      RABBITMQ_PID_FILE: %3$s/pid
                """.formatted(program, port, data, mapperPort, kinPort, ports);
    }
}
