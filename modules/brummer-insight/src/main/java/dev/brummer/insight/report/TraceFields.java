package dev.brummer.insight.report;

import dev.brummer.insight.request.Calls;
import dev.brummer.insight.request.Hop;
import dev.brummer.insight.request.LeftOut;
import dev.brummer.insight.request.Span;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.spi.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A traced request as fields for JSON, one object for each record: the request, then its hops, its spans, its calls,
 * and the ids that were left out. Values are strings, longs, doubles, booleans, and lists of them; durations are in
 * milliseconds.
 */
public final class TraceFields {
    private TraceFields() {}

    public static List<Map<String, Object>> of(TracedRequest request) {
        List<Map<String, Object>> records = new ArrayList<>();
        records.add(head(request));
        request.hops().forEach(hop -> records.add(hop(hop)));
        request.spans().forEach(span -> records.add(span(span)));
        request.calls().forEach(calls -> records.add(calls(calls)));
        request.leftOut().forEach(left -> records.add(leftOut(left)));
        return records;
    }

    private static Map<String, Object> head(TracedRequest request) {
        Map<String, Object> fields = record("request");
        fields.put("id", request.id());
        fields.put("named", request.named());
        fields.put("ids", List.copyOf(request.ids()));
        if (!request.hops().isEmpty()) {
            fields.put("time", request.start().toString());
            fields.put("durationMs", Fields.millis(request.duration()));
        }
        request.failing().ifPresent(hop -> fields.put("failedIn", hop.service().name()));
        fields.put("hops", request.hops().size() + request.untold());
        fields.put("undecided", (long) request.undecided());
        return fields;
    }

    private static Map<String, Object> hop(Hop hop) {
        Map<String, Object> fields = record("hop");
        fields.put("time", hop.unit().time().toString());
        fields.put("seq", hop.unit().sequence());
        fields.put("service", hop.service().name());
        fields.put("run", (long) hop.unit().run());
        fields.put("stream", hop.unit().stream().word());
        Level level = hop.unit().level();
        if (level != null) {
            fields.put("level", level.word());
        }
        fields.put("gapMs", Fields.millis(hop.gap()));
        fields.put("probable", hop.probable());
        fields.put("failing", hop.failing());
        hop.work().status().ifPresent(status -> fields.put("status", (long) status));
        hop.work().took().ifPresent(took -> fields.put("durationMs", Fields.millis(took)));
        fields.put("text", String.join("\n", UnitText.lines(hop.unit(), Integer.MAX_VALUE)));
        return fields;
    }

    private static Map<String, Object> span(Span span) {
        Map<String, Object> fields = record("span");
        fields.put("service", span.service());
        if (!span.what().isEmpty()) {
            fields.put("what", span.what());
        }
        fields.put("start", span.start().toString());
        fields.put("durationMs", Fields.millis(span.duration()));
        fields.put("measured", span.measured());
        fields.put("failed", span.failed());
        span.share().ifPresent(share -> fields.put("share", share));
        return fields;
    }

    private static Map<String, Object> calls(Calls calls) {
        Map<String, Object> fields = record("calls");
        fields.put("service", calls.caller());
        fields.put("count", (long) calls.count());
        fields.put("sumMs", Fields.millis(calls.sum()));
        fields.put("totalMs", Fields.millis(calls.total()));
        fields.put("betweenMs", Fields.millis(calls.between()));
        return fields;
    }

    private static Map<String, Object> leftOut(LeftOut left) {
        Map<String, Object> fields = record("left-out");
        fields.put("kind", left.kind());
        fields.put("id", left.value());
        fields.put("requests", (long) left.requests());
        return fields;
    }

    private static Map<String, Object> record(String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        return fields;
    }
}
