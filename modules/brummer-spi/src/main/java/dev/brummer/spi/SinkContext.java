package dev.brummer.spi;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What Brummer offers a sink when it is made. */
@ProvidedByBrummer
public interface SinkContext {
    /**
     * Every instance there is, in the order of the file. A reload changes which these are: a sink that goes by them asks
     * again when it is given entries. As long as nothing has changed it gets the same list object.
     */
    List<Shown> instances();

    /** The project's folder, to which relative paths refer. */
    Path folder();

    /** Standard output, shared with whatever else Brummer draws there. */
    HostConsole console();

    /**
     * Says something to whoever watches, in the stream: that what the sink writes to is out of reach for the time being.
     * It becomes a {@link Notice}, which this sink gets like all the others. Nothing is said where there is no stream, as
     * in a test. May be called by any thread.
     *
     * @param text one sentence, without a full stop
     */
    default void warn(String text) {}

    /** The time of day, by which entries are dated too. */
    InstantSource clock();

    /** What of an instance's output the console shows. */
    enum Show {
        ALL,
        ERRORS,
        OFF
    }

    /**
     * An instance as a view shows it.
     *
     * @param stage its stage; empty where it has none
     */
    record Shown(InstanceId instance, String stage, Show show) {}
}
