package dev.brummer.config.view;

import dev.brummer.config.KnownPlugins;
import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.TargetShape;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.Schemas;
import dev.brummer.spi.host.SizeText;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of {@code brummer.yaml} for editors, from the declarations that the loader reads it by. */
public final class ConfigSchema {
    // The newest draft that editors agree on.
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private final KnownPlugins plugins;

    private ConfigSchema(KnownPlugins plugins) {
        this.plugins = plugins;
    }

    /** The schema as a tree; {@link JsonText} writes it. */
    public static Map<String, Object> of(KnownPlugins plugins) {
        return new ConfigSchema(plugins).schema();
    }

    private Map<String, Object> schema() {
        Map<String, Object> schema = Schemas.of(
                "$schema", DRAFT, "title", "brummer.yaml", "description", "A project of services that Brummer runs.");
        schema.putAll(TopKeys.TOP.schema());
        schema.put("definitions", Schemas.of(
                "check", use(plugins.checks(), Map.of()),
                "sink", Schemas.anyOf(
                        Schemas.of("enum", plugins.sinks().stream().map(PluginDescriptor::id).toList()),
                        use(plugins.sinks(), Map.of("console", Schemas.of("enum", List.of("off", false))))),
                "service", TopKeys.SERVICE.whole(),
                "health", health(),
                "alertPost", post(),
                "pluginConfig", config()));
        return schema;
    }

    /** A map with one key: the kind. */
    private Map<String, Object> use(List<PluginDescriptor> kinds, Map<String, Map<String, Object>> others) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (PluginDescriptor kind : kinds) {
            properties.put(kind.id(), described(kind.description(), options(kind, others.get(kind.id()), true)));
        }
        return Schemas.of(
                "type", "object", "properties", properties, "additionalProperties", false, "minProperties", 1,
                "maxProperties", 1);
    }

    private Map<String, Object> health() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : HealthKeys.KEYS.all()) {
            properties.put(key.name(), described(key.description(), Schemas.orNull(key.shape().schema())));
        }
        for (PluginDescriptor check : plugins.checks()) {
            properties.put(check.id(), described(check.description(), Schemas.orNull(options(check, null, false))));
        }
        return Schemas.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    /** The options of the sink that alerts are posted by. */
    private Map<String, Object> post() {
        return plugins.sinks().stream()
                .filter(sink -> sink.id().equals(TargetShape.WEBHOOK))
                .findFirst()
                .map(sink -> options(sink, null, false))
                .orElse(Schemas.of("type", "object"));
    }

    private Map<String, Object> config() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (PluginDescriptor plugin : plugins.byId().values()) {
            properties.put(plugin.id(), described(plugin.description(), optionMap(plugin)));
        }
        return Schemas.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    private static Map<String, Object> options(
            PluginDescriptor plugin, @Nullable Map<String, Object> other, boolean bare) {
        List<Object> ways = new ArrayList<>();
        for (OptionSpec option : plugin.options()) {
            if (plugin.scalarOption().filter(option.name()::equals).isPresent()) {
                ways.add(type(option.type()));
            }
        }
        ways.add(optionMap(plugin));
        if (bare) {
            ways.add(Schemas.of("type", "null"));
        }
        if (other != null) {
            ways.add(other);
        }
        return Schemas.of("anyOf", ways);
    }

    private static Map<String, Object> optionMap(PluginDescriptor plugin) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (OptionSpec option : plugin.options()) {
            properties.put(option.name(), described(option.description(), Schemas.orNull(type(option.type()))));
        }
        return Schemas.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    private static Map<String, Object> type(OptionType type) {
        return switch (type) {
            case STRING, PATTERN -> Schemas.scalar();
            case INTEGER -> Schemas.anyOf(
                    Schemas.of("type", "integer"), Schemas.of("type", "string", "pattern", "\\$\\{|^-?[0-9]+$"));
            case BOOLEAN -> Schemas.anyOf(
                    Schemas.of("type", "boolean"), Schemas.of("type", "string", "pattern", "\\$\\{|^(true|false)$"));
            case DURATION -> Schemas.of("type", "string", "pattern", "\\$\\{|^([0-9.]+(us|ms|s|m|h))+$");
            case SIZE -> Schemas.size(SizeText.PATTERN);
            case SECRET -> Schemas.variable();
            case COMMAND, STRINGS -> Schemas.anyOf(
                    Schemas.scalar(), Schemas.of("type", "array", "items", Schemas.scalar()));
        };
    }

    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = Schemas.of("description", description);
        described.putAll(schema);
        return described;
    }
}
