package dev.brummer.core.diff;

import dev.brummer.core.model.Project;

/** What a project holds: one for each of its parts, and what it means for a fleet that runs. */
enum Beside {
    NAME("name", true),
    FOLDER("folder", true),
    // What profiles, variables and stages change shows in the services and in their gates.
    ACTIVE_PROFILES("activeProfiles", false),
    STAGES("stages", false),
    SERVICES("services", false),
    INHERITED("inherited", false),
    OVERRIDES("overrides", false),
    SINKS("sinks", true),
    PLUGINS("plugins", true),
    // Asked by `brum doctor` alone.
    REQUIRES("requires", false),
    LOGS("logs", true),
    ALERTS("alerts", false),
    // Read when one is asked for.
    TESTS("tests", false);

    private final String key;
    private final boolean newStart;

    Beside(String key, boolean newStart) {
        this.key = key;
        this.newStart = newStart;
    }

    /** Both the key of the file and the component of {@link Project}. */
    String key() {
        return key;
    }

    /** Whether it is read once, at the start of Brummer. */
    boolean takesNewStart() {
        return newStart;
    }

    Object value(Project project) {
        return switch (this) {
            case NAME -> project.name();
            case FOLDER -> project.folder();
            case ACTIVE_PROFILES -> project.activeProfiles();
            case STAGES -> project.stages();
            case SERVICES -> project.services();
            case INHERITED -> project.inherited();
            case OVERRIDES -> project.overrides();
            case SINKS -> project.sinks();
            case PLUGINS -> project.plugins();
            case REQUIRES -> project.requires();
            case LOGS -> project.logs();
            case ALERTS -> project.alerts();
            case TESTS -> project.tests();
        };
    }
}
