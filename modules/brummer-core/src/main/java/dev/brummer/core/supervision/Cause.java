package dev.brummer.core.supervision;

/** Why a run was started. */
public enum Cause {
    FIRST_START("first start"),
    RESTART_POLICY("restart policy"),
    PERSON("asked for"),
    DEPENDENCY("restarted with its dependency"),
    WATCH("files changed"),
    RELOAD("configuration changed");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    /** The cause as a reason names it. */
    public String words() {
        return words;
    }
}
