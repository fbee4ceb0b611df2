package dev.brummer.spi;

import java.util.List;

/** Makes log parsers of one kind. Found by {@link java.util.ServiceLoader}; needs a public no-argument constructor. */
public interface LogParserFactory {
    /** The name under which {@code plugins.config} in {@code brummer.yaml} has its options: {@code circuit-breaker}. */
    String id();

    /** One sentence for the documentation and for editors. */
    String description();

    /** The options this kind accepts. */
    List<OptionSpec> options();

    /**
     * A parser for the lines of one instance of a service.
     *
     * @throws IllegalArgumentException if the values do not make sense together; the message is shown to the user
     */
    LogParser create(Options options);
}
