package dev.brummer.config;

import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import java.util.Map;
import java.util.Optional;

/** What {@code ${…}} means in values that must be known while the file is loaded. */
record LoadScope(Map<String, String> inherited, Map<String, String> overrides) implements Template.Scope {
    @Override
    public Optional<String> variable(String name) {
        String value = overrides.get(name);
        return Optional.ofNullable(value == null ? inherited.get(name) : value);
    }

    @Override
    public String reference(String path, int index) throws UnresolvedException {
        throw new UnresolvedException(
                "${" + path + "} is known when a service starts, so it may stand in commands, environments and checks"
                        + " only",
                index);
    }
}
