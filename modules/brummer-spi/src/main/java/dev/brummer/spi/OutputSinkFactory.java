package dev.brummer.spi;

import java.io.IOException;
import java.util.List;

/** Makes sinks of one kind. Found by {@link java.util.ServiceLoader}; needs a public no-argument constructor. */
public interface OutputSinkFactory {
    /** The key that names this kind in {@code brummer.yaml}: {@code jsonl}. */
    String id();

    /** One sentence for the documentation and for editors. */
    String description();

    /** The options this kind accepts. */
    List<OptionSpec> options();

    /**
     * A sink for one start of Brummer.
     *
     * @throws IOException if what it writes to cannot be opened; the message is shown to the user
     */
    OutputSink create(Options options, SinkContext context) throws IOException;
}
