package dev.brummer.insight.report;

import dev.brummer.insight.view.Requests;
import java.util.Map;

/**
 * Requests by service and route as fields for JSON: one object. Values are strings, longs, doubles, and objects of
 * them.
 */
public final class RequestFields {
    private RequestFields() {}

    public static Map<String, Object> of(Requests requests) {
        return new Fields()
                .put("type", "requests")
                .put("time", requests.at())
                .put("routes", requests.routes().stream().map(RequestFields::of).toList())
                .made();
    }

    private static Map<String, Object> of(Requests.Route route) {
        return new Fields()
                .put("service", route.service().name())
                .put("method", route.name().map(Requests.Name::method))
                .put("route", route.name().map(Requests.Name::path))
                .put("others", route.name().isEmpty())
                .put("whole", of(route.whole()))
                .put("lastMinute", of(route.lastMinute()))
                .put("slowest", route.slowest().stream().map(RequestFields::of).toList())
                .made();
    }

    static Map<String, Object> of(Requests.Traffic traffic) {
        var fields = new Fields()
                .put("requests", traffic.answered())
                .put("perSecond", traffic.perSecond())
                .put("clientErrors", traffic.clientErrors())
                .put("serverErrors", traffic.serverErrors())
                .put("errorRate", traffic.errorRate());
        traffic.latency().ifPresent(latency -> fields.put("measured", latency.measured())
                .put("p50Ms", latency.p50())
                .put("p95Ms", latency.p95())
                .put("p99Ms", latency.p99())
                .put("longestMs", latency.longest()));
        return fields.made();
    }

    private static Map<String, Object> of(Requests.Slow slow) {
        return new Fields()
                .put("id", slow.id())
                .put("durationMs", slow.took())
                .put("time", slow.time())
                .made();
    }
}
