package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.Scalars;
import dev.brummer.core.model.Dependency.Condition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of an entry of {@code depends_on}. */
public final class DependencyKeys {
    public static final Key<Condition> CONDITION = Key.of(
                    "condition",
                    Scalars.words("unknown-condition", conditions()),
                    "What must hold of the other service before this one starts.")
            .otherwise("service_ready");
    public static final Key<Boolean> REQUIRED = Key.of(
                    "required",
                    Scalars.flag(),
                    "With false the other service may fail, or be left out by a profile, without holding this one up.")
            .otherwise("true");
    public static final Key<Boolean> RESTART = Key.of(
                    "restart", Scalars.flag(), "Whether this service is restarted when the other one is.")
            .otherwise("false");

    public static final KeySet KEYS = KeySet.of(CONDITION, REQUIRED, RESTART);

    private DependencyKeys() {}

    private static Map<String, Condition> conditions() {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Condition condition : Condition.values()) {
            conditions.put(condition.word(), condition);
        }
        return conditions;
    }
}
