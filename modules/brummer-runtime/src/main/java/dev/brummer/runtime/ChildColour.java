package dev.brummer.runtime;

import dev.brummer.core.model.Project;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells children that colour is welcome exactly when the console shows it; else a caller's word for it is kept back. */
final class ChildColour {
    private static final Set<String> WELCOMES = Set.of("FORCE_COLOR", "CLICOLOR_FORCE");

    private ChildColour() {}

    static Project welcomed(Project project, boolean colour) {
        Map<String, String> inherited = new HashMap<>(project.inherited());
        if (!colour) {
            inherited.keySet().removeAll(WELCOMES);
        } else if (!inherited.containsKey("NO_COLOR")) {
            WELCOMES.forEach(name -> inherited.putIfAbsent(name, "1"));
        }
        return project.withInherited(inherited);
    }
}
