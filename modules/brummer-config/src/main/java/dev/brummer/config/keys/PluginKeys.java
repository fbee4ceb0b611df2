package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.yaml.Mapping;
import java.util.List;

/** The keys of {@code plugins}. */
public final class PluginKeys {
    public static final Key<List<Located<String>>> PATHS = Key.of(
            "paths",
            new ListShape<>(Scalars.text("a path"), false),
            "More folders of plugin jars, beside .brummer/plugins of the project and of the person.");
    public static final Key<Mapping> CONFIG = Key.of(
            "config",
            new PluginConfigShape(),
            "Options by plugin id, which hold wherever that check or sink is used without giving them itself.");

    public static final Key<List<Located<String>>> DISABLED = Key.of(
            "disabled",
            new ListShape<>(Scalars.text("the id of a log parser"), true),
            "Log parsers that are not used, by id; all others are.");

    public static final KeySet KEYS = KeySet.of(PATHS, CONFIG, DISABLED);

    private PluginKeys() {}
}
