package dev.brummer.config.source;

/** How grave a diagnostic is. */
public enum Severity {
    /** Nothing can be started. */
    ERROR("error"),
    /** Allowed, and probably not what was meant. */
    WARNING("warning"),
    /** Good to know. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
