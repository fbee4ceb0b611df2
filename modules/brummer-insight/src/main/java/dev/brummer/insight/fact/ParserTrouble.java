package dev.brummer.insight.fact;

import dev.brummer.spi.InstanceId;
import java.time.Duration;

/** Is told what parsers do wrong. May be called by several threads, one after the other. */
public interface ParserTrouble {
    /** A parser could not be made, or declares what cannot be; it is not used. */
    void unusable(String parser, Throwable why);

    /** A parser broke over a line, for the first time; it goes on with the next. */
    void broke(String parser, Place place, Throwable why);

    /** A parser has broken so often that it is not used any more. */
    void switchedOff(String parser, int times);

    /** A parser does not come back from a line and is not used any more; its thread keeps a core busy until the end. */
    void hangs(String parser, Place place, Duration since);

    /** The line over which it happened. */
    record Place(InstanceId instance, long sequence) {}
}
