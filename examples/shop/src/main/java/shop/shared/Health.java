package shop.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a service depends on, and whether each of it answers. */
final class Health {
    private record Dependency(boolean vital, BooleanSupplier check) {}

    private final String service;
    private final String environment;
    private final Instant started = Instant.now();
    private final Map<String, Dependency> dependencies = new LinkedHashMap<>();

    Health(String service, String environment) {
        this.service = service;
        this.environment = environment;
    }

    void add(String name, boolean vital, BooleanSupplier check) {
        dependencies.put(name, new Dependency(vital, check));
    }

    /** 503 where something vital is missing; without the rest a service is degraded, but of use. */
    Response report() {
        var answers = new LinkedHashMap<String, Boolean>();
        dependencies.forEach((name, dependency) -> answers.put(name, dependency.check.getAsBoolean()));
        boolean vital = answers.entrySet().stream()
                .allMatch(answer -> answer.getValue() || !dependencies.get(answer.getKey()).vital);
        String status = !vital ? "unhealthy" : answers.containsValue(false) ? "degraded" : "healthy";
        return Response.of(vital ? 200 : 503, body(status, answers));
    }

    /** Says that the process answers, and asks nobody else: services use it to check on each other. */
    Response alive() {
        return Response.ok(Map.of("status", "healthy", "service", service));
    }

    private Map<String, Object> body(String status, Map<String, Boolean> answers) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", status);
        body.put("service", service);
        body.put("environment", environment);
        body.put("timestamp", Instant.now().toString());
        body.put("uptime", Metrics.rounded(Duration.between(started, Instant.now()).toMillis() / 1000.0));
        body.put("memory", Metrics.rounded(Metrics.heapMegabytes()));
        body.put("dependencies", answers);
        return body;
    }
}
