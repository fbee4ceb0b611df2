package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NameShape;
import java.util.List;

/** The keys of a stage in the map form of {@code stages}. */
public final class StageKeys {
    public static final Key<List<Located<String>>> AFTER = Key.of(
                    "after",
                    new ListShape<>(new NameShape("stage"), false),
                    "The stages that must be ready before it opens.")
            .otherwise("none");

    public static final KeySet KEYS = KeySet.of(AFTER)
            .foreign("depends_on", "write 'after'", "services", "a service names its stage: 'stage: …'");

    private StageKeys() {}
}
