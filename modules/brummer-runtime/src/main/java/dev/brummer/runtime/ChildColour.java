package dev.brummer.runtime;

import dev.brummer.core.model.Project;
import java.util.HashMap;
import java.util.Map;

/** Tells children that colour is welcome, exactly when the console shows it. */
final class ChildColour {
    private ChildColour() {}

    static Project welcomed(Project project, boolean colour) {
        if (!colour || project.inherited().containsKey("NO_COLOR")) {
            return project;
        }
        Map<String, String> inherited = new HashMap<>(project.inherited());
        inherited.putIfAbsent("FORCE_COLOR", "1");
        inherited.putIfAbsent("CLICOLOR_FORCE", "1");
        return project.withInherited(inherited);
    }
}
