package dev.brummer.discovery.compose;

/** How long containers may take. */
public final class ContainerTimes {
    /** Images may have to be fetched first. */
    public static final String LONGEST_START = "10m";

    /** They get ten seconds of their own to stop. */
    public static final String LONGEST_STOP = "30s";

    private ContainerTimes() {}
}
