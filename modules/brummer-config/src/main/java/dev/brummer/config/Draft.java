package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Span;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.PluginUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service whose keys were read, and which has not been checked against the others yet.
 *
 * @param at where its key stands
 * @param active whether it exists in the active profiles
 * @param environment everything the file says of its environment, in layers
 */
record Draft(
        String name,
        Span at,
        Section section,
        boolean active,
        Map<String, Located<EnvironmentValue>> environment,
        List<Located<PluginUse>> readiness,
        Optional<Located<HealthSpec>> healthcheck) {}
