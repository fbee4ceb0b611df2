package dev.brummer.spi;

/** The stream of a child that a record came from. */
public enum StreamName {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String word;

    StreamName(String word) {
        this.word = word;
    }

    /** The stream's name in JSON and in queries. */
    public String word() {
        return word;
    }
}
