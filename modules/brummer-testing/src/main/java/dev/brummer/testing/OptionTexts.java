package dev.brummer.testing;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import dev.brummer.spi.host.PluginOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of a plugin as {@code brummer.yaml} has them, and what Brummer makes of them. For one thread. */
public final class OptionTexts {
    private final List<OptionSpec> declared;
    private final Map<String, PluginOptions.Value> given = new LinkedHashMap<>();

    /** @param declared what the factory declares */
    public OptionTexts(List<OptionSpec> declared) {
        this.declared = List.copyOf(declared);
    }

    /** Gives an option a value. */
    public OptionTexts with(String name, String text) {
        given.put(name, new PluginOptions.Value.One(text));
        return this;
    }

    /** Gives an option a list. */
    public OptionTexts with(String name, List<String> texts) {
        given.put(name, new PluginOptions.Value.Many(List.copyOf(texts)));
        return this;
    }

    /**
     * The values, typed, and the defaults of what was not given.
     *
     * @throws IllegalArgumentException if an option is unknown, missing or of the wrong type, in the words that a user
     *     sees
     */
    public Options typed() {
        return PluginOptions.of("the plugin", given, declared);
    }
}
