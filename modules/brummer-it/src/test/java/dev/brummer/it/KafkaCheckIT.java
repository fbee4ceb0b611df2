package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check {@code kafka} of a real broker, which is on the class path under the Maven profile {@code kafka} alone. */
@EndToEnd
class KafkaCheckIT {
    @Test
    void kafkaIsAskedForItsVersions(Sandbox sandbox) {
        assumeTrue(isOnTheClassPath("kafka.Kafka"), "run with -Pkafka");
        List<Integer> ports = Ports.free(2);
        sandbox.write("server.properties", """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s/data
                offsets.topic.replication.factor=1
                """.formatted(ports.get(0), ports.get(1), sandbox.project()));
        BrumRun up = sandbox.yaml("""
                services:
                  format:
                    type: task
                    command: %1$s kafka.tools.StorageTool format -t MkU3OEVBNTcwNTJENDM2Qg -c server.properties
                  kafka:
                    command: exec %1$s kafka.Kafka server.properties
                    ports: [%2$d]
                    depends_on: [format]
                    readiness: {kafka: %2$d}
                  controller:
                    command: exec sleep 1000
                    start_timeout: 2s
                    depends_on: [kafka]
                    readiness: {kafka: %3$d}
                """.formatted(java(), ports.get(0), ports.get(1))).up();

        up.await("kafka", "ready").await("controller", "failed").interrupt();

        assertThat(up.events().reason("kafka", "ready")).matches("kafka answered in \\d+ ms");
        assertThat(up.events().reason("controller", "failed")).contains("is no broker: it takes no messages");
    }

    private static boolean isOnTheClassPath(String name) {
        return KafkaCheckIT.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java -Xmx256m -XX:+UseSerialGC -cp '"
                + System.getProperty("java.class.path") + "'";
    }
}
