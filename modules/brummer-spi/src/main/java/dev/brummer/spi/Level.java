package dev.brummer.spi;

/** How grave a log line says it is, from the least to the most. A line that says nothing has none. */
public enum Level {
    TRACE("trace"),
    DEBUG("debug"),
    INFO("info"),
    WARN("warn"),
    ERROR("error");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The level's name in JSON and in queries. */
    public String word() {
        return word;
    }
}
