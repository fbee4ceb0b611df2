package dev.brummer.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds pieces of JSON Schema as maps, in the order they are to be written. */
public final class Schemas {
    private static final String VARIABLE = "\\$\\{";

    private Schemas() {}

    /** A map of keywords and their values, given in turn. */
    public static Map<String, Object> of(Object... keywords) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < keywords.length; i += 2) {
            schema.put((String) keywords[i], keywords[i + 1]);
        }
        return schema;
    }

    @SafeVarargs
    public static Map<String, Object> anyOf(Map<String, Object>... schemas) {
        return of("anyOf", new ArrayList<>(List.of(schemas)));
    }

    public static Map<String, Object> scalar() {
        return of("type", List.of("string", "number", "boolean"));
    }

    public static Map<String, Object> listOrOne(Map<String, Object> item) {
        return anyOf(of("type", "array", "items", item), item);
    }

    public static Map<String, Object> orNull(Map<String, Object> schema) {
        return anyOf(schema, of("type", "null"));
    }

    /** What a value may be when a variable stands in for it. */
    public static Map<String, Object> orVariable(Map<String, Object> schema) {
        return anyOf(schema, variable());
    }

    /** A text with a variable in it. */
    public static Map<String, Object> variable() {
        return of("type", "string", "pattern", VARIABLE);
    }

    /** @param pattern what a size looks like as text */
    public static Map<String, Object> size(String pattern) {
        return anyOf(
                of("type", "integer", "minimum", 1), of("type", "string", "pattern", VARIABLE + "|^" + pattern + "$"));
    }

    static Map<String, Object> section(KeySet keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys.all()) {
            Map<String, Object> property = of("description", key.description());
            property.putAll(orNull(key.shape().schema()));
            properties.put(key.name(), property);
        }
        Map<String, Object> schema = of("type", "object", "properties", properties);
        if (keys.isExtensible()) {
            schema.put("patternProperties", of("^x-", Map.of()));
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
