package dev.brummer.spi;

import java.util.List;

/** Makes health checks of one kind. Found by {@link java.util.ServiceLoader}; needs a public no-argument constructor. */
public interface HealthCheckFactory {
    /** The key that names this kind in {@code brummer.yaml}: {@code http}. */
    String id();

    /** One sentence for the documentation and for editors. */
    String description();

    /** The options this kind accepts. */
    List<OptionSpec> options();

    /** The option that a bare value is for: {@code {redis: 6379}} means {@code {redis: {port: 6379}}}. */
    String scalarOption();

    /**
     * A check for one run of one instance.
     *
     * @throws IllegalArgumentException if the values do not make sense together; the message is shown to the user
     */
    HealthCheck create(Options options);
}
