package dev.brummer.config;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Template;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.host.PluginOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes uses of plugins by what the plugins declare. */
final class PluginUses {
    private final String noun;
    private final Map<String, PluginDescriptor> known;
    private final List<String> broken;
    private final Map<String, PluginUse> configured;

    /**
     * @param noun what the plugins are: {@code check}
     * @param broken names of jars that cannot be used
     * @param configured options that hold where a use gives none, by plugin id
     */
    PluginUses(
            String noun,
            Map<String, PluginDescriptor> known,
            List<String> broken,
            Map<String, PluginUse> configured) {
        this.noun = noun;
        this.known = known;
        this.broken = broken;
        this.configured = configured;
    }

    /**
     * A use, or null where its kind is unknown.
     *
     * @param siblings further keys that could have been meant
     */
    @Nullable PluginUse read(Entry use, List<String> siblings, String owner, Reading reading) {
        String kind = use.key().text();
        PluginDescriptor plugin = known.get(kind);
        if (plugin == null) {
            unknown(use.key(), siblings, owner, reading);
            return null;
        }
        Map<String, OptionValue> options = options(plugin, use, reading);
        boolean misspelt = use.value() instanceof Mapping written && written.entries().size() > options.size();
        PluginUse fallback = configured.get(kind);
        if (fallback != null) {
            // What is both a check and a sink has one entry there, with the options of both.
            for (OptionSpec option : plugin.options()) {
                OptionValue value = fallback.options().get(option.name());
                if (value != null) {
                    options.putIfAbsent(option.name(), value);
                }
            }
        }
        for (OptionSpec option : plugin.options()) {
            if (option.required() && !misspelt && !options.containsKey(option.name())) {
                String message = noun + " '" + kind + "' needs '" + option.name() + "'";
                reading.faults().error("missing-option", message, use.key().span(), option.description());
            }
        }
        return new PluginUse(kind, options);
    }

    private void unknown(Scalar key, List<String> siblings, String owner, Reading reading) {
        List<String> candidates = new ArrayList<>(siblings);
        candidates.addAll(known.keySet());
        String message = owner + ": there is no " + noun + " '" + key.text() + "'";
        reading.faults().error("unknown-" + noun, message, key.span(), instead(key.text(), candidates, reading));
    }

    /** What may have been meant in place of an id that nobody has, or where it may be. */
    String instead(String id, Collection<String> candidates, Reading reading) {
        String near = reading.faults().hint(id, candidates);
        String hint = near.isEmpty() ? "there are: " + String.join(", ", known.keySet()) : near;
        String jars = String.join(", ", broken);
        return broken.isEmpty() ? hint : hint + "; or is it in " + jars + ", which cannot be used?";
    }

    /** The options written, whatever the plugin needs beyond them. */
    Map<String, OptionValue> options(PluginDescriptor plugin, Entry use, Reading reading) {
        Map<String, OptionValue> options = new LinkedHashMap<>();
        Node value = use.value();
        if (value instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                option(plugin, entry, options, reading);
            }
        } else if (!value.isNull()) {
            bare(plugin, use, options, reading);
        }
        return options;
    }

    private void bare(PluginDescriptor plugin, Entry use, Map<String, OptionValue> options, Reading reading) {
        String name = plugin.scalarOption().orElse("");
        OptionSpec option = plugin.option(name);
        if (option == null) {
            String hint = "its options: " + String.join(", ", plugin.optionNames());
            String message = noun + " '" + plugin.id() + "' takes a map of options, not " + use.value().kind();
            reading.faults().error("wrong-type", message, use.value().span(), hint);
            return;
        }
        put(plugin, option, use.value(), options, reading);
    }

    private void option(PluginDescriptor plugin, Entry entry, Map<String, OptionValue> options, Reading reading) {
        String name = entry.key().text();
        OptionSpec option = plugin.option(name);
        if (option == null) {
            String hint = reading.faults().hint(name, plugin.optionNames());
            String message = noun + " '" + plugin.id() + "' has no option '" + name + "'";
            reading.faults().error("unknown-option", message, entry.key().span(), hint);
        } else if (!entry.value().isNull()) {
            put(plugin, option, entry.value(), options, reading);
        }
    }

    private void put(
            PluginDescriptor plugin, OptionSpec option, Node node, Map<String, OptionValue> options, Reading reading) {
        String owner = noun + " '" + plugin.id() + "'";
        OptionValue value = value(option, node, new Place(owner, option.name(), node.span()), reading);
        if (value == null) {
            return;
        }
        options.put(option.name(), value);
        if (option.type() == OptionType.SECRET && isWrittenOut(value)) {
            String message = "'" + option.name() + "' of " + owner + " is a secret, and stands in the file";
            String hint = "write a variable such as ${TOKEN}; its value comes from the environment or from .env.local";
            reading.faults().error("written-secret", message, node.span(), hint);
            return;
        }
        try {
            checkType(option, value);
        } catch (IllegalArgumentException fault) {
            String message = "'" + option.name() + "' of " + owner + " " + fault.getMessage();
            reading.faults().error("bad-option", message, node.span(), "");
        }
    }

    private static @Nullable OptionValue value(OptionSpec option, Node node, Place place, Reading reading) {
        if (!(node instanceof Sequence list)) {
            Template template = reading.template(node, place, words(option.type()));
            return template == null ? null : new OptionValue.Scalar(template);
        }
        List<Template> items = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            Template template = reading.template(item, place, words(option.type()));
            if (template != null) {
                items.add(template);
            }
        }
        return items.size() == list.items().size() ? new OptionValue.Sequence(items) : null;
    }

    private static boolean isWrittenOut(OptionValue value) {
        return value instanceof OptionValue.Scalar(var template) && template.isConstant();
    }

    // What holds variables is typed when a run starts.
    private static void checkType(OptionSpec option, OptionValue value) {
        if (value instanceof OptionValue.Scalar(var template) && template.isConstant()) {
            PluginOptions.one(option.type(), constant(template));
        } else if (value instanceof OptionValue.Sequence(var templates)) {
            List<String> texts = new ArrayList<>(templates.size());
            for (Template template : templates) {
                texts.add(template.source());
            }
            PluginOptions.many(option.type(), texts);
        }
    }

    private static String constant(Template template) {
        return template.parts().isEmpty() ? "" : ((Template.Part.Literal) template.parts().getFirst()).text();
    }

    static String words(OptionType type) {
        return switch (type) {
            case STRING -> "a single value";
            case SECRET -> "a text with a variable such as ${TOKEN}";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DURATION -> "a duration";
            case SIZE -> "a size";
            case PATTERN -> "a regular expression";
            case COMMAND -> "a line for the shell or a list of words";
            case STRINGS -> "a list of single values";
        };
    }
}
