package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of errors as fields for JSON, one object for each. Values are strings, longs, lists of strings, and under
 * {@code consequences} a list of objects like itself.
 */
public final class ErrorFields {
    private ErrorFields() {}

    public static List<Map<String, Object>> of(List<ErrorGroup> groups) {
        return groups.stream().map(ErrorFields::of).toList();
    }

    private static Map<String, Object> of(ErrorGroup group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "error");
        fields.put("fingerprint", group.fingerprint().id());
        fields.put("title", group.title());
        fields.put("place", group.place());
        fields.put("count", group.count());
        fields.put("first", group.first().toString());
        fields.put("last", group.last().toString());
        fields.put("services", group.services().stream().map(ServiceId::name).toList());
        fields.put("request", group.request());
        fields.put("text", String.join("\n", UnitText.lines(group.example(), Integer.MAX_VALUE)));
        fields.put("consequences", of(group.consequences()));
        return fields;
    }
}
