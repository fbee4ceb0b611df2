package dev.brummer.core.environment;

import dev.brummer.core.model.Template;
import dev.brummer.core.model.UnresolvedException;
import java.util.Map;
import java.util.Optional;

/** What {@code ${…}} means in one run. */
record RunScope(Map<String, String> variables, PortReferences references) implements Template.Scope {
    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public String reference(String path, int index) throws UnresolvedException {
        return references.value(path, index);
    }
}
