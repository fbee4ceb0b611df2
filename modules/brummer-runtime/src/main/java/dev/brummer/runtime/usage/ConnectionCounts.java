package dev.brummer.runtime.usage;

import dev.brummer.api.ConnectionView;
import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts connections by who has connected to whom. */
public final class ConnectionCounts {
    /** What usually listens on a port. */
    private static final Map<Integer, String> USUAL = Map.ofEntries(
            Map.entry(1433, "sqlserver"),
            Map.entry(1521, "oracle"),
            Map.entry(2181, "zookeeper"),
            Map.entry(2379, "etcd"),
            Map.entry(3306, "mysql"),
            Map.entry(4222, "nats"),
            Map.entry(5432, "postgres"),
            Map.entry(5671, "amqp"),
            Map.entry(5672, "amqp"),
            Map.entry(5984, "couchdb"),
            Map.entry(6379, "redis"),
            Map.entry(8086, "influxdb"),
            Map.entry(8123, "clickhouse"),
            Map.entry(8500, "consul"),
            Map.entry(9042, "cassandra"),
            Map.entry(9092, "kafka"),
            Map.entry(9200, "elasticsearch"),
            Map.entry(11211, "memcached"),
            Map.entry(26257, "cockroachdb"),
            Map.entry(27017, "mongodb"),
            Map.entry(61616, "activemq"));

    private ConnectionCounts() {}

    /** What is the same of connections that are counted together. */
    private record Way(
            Optional<InstanceId> from, Optional<InstanceId> to, Optional<String> address, int port) {}

    /**
     * @param runs whose each run is, in the order of the file
     * @param elsewhere which instance claims a port that somebody else serves on this machine
     * @return in the order of the file; connections of a service with itself are left out
     */
    public static List<ConnectionView> of(
            List<Connection> connections, Map<RunHandle, InstanceId> runs, Map<Integer, InstanceId> elsewhere) {
        Map<Way, Integer> counts = new LinkedHashMap<>();
        for (Connection connection : connections) {
            if (!connection.remoteRun().equals(Optional.of(connection.run()))) {
                counts.merge(way(connection, runs, elsewhere), 1, Integer::sum);
            }
        }
        List<ConnectionView> views = new ArrayList<>();
        counts.forEach((way, count) -> views.add(new ConnectionView(
                way.from, way.to, way.address, way.port, Optional.ofNullable(USUAL.get(way.port)), count)));
        Map<InstanceId, Integer> order = new HashMap<>();
        runs.values().forEach(instance -> order.putIfAbsent(instance, order.size()));
        views.sort(java.util.Comparator.<ConnectionView>comparingInt(
                        view -> view.from().map(from -> order.getOrDefault(from, order.size())).orElse(Integer.MAX_VALUE))
                .thenComparingInt(view -> -view.count())
                .thenComparingInt(ConnectionView::port));
        return views;
    }

    private static Way way(
            Connection connection, Map<RunHandle, InstanceId> runs, Map<Integer, InstanceId> elsewhere) {
        Optional<InstanceId> own = Optional.ofNullable(runs.get(connection.run()));
        return switch (connection.side()) {
            case SERVER -> new Way(Optional.empty(), own, Optional.empty(), connection.localPort());
            case CLIENT -> {
                int port = connection.remotePort();
                Optional<InstanceId> to = connection.remoteRun()
                        .flatMap(run -> Optional.ofNullable(runs.get(run)))
                        .or(() -> isLoopback(connection.remoteAddress())
                                ? Optional.ofNullable(elsewhere.get(port))
                                : Optional.empty());
                Optional<String> address = to.isPresent() ? Optional.empty() : Optional.of(connection.remoteAddress());
                yield new Way(own, to, address, port);
            }
        };
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }
}
