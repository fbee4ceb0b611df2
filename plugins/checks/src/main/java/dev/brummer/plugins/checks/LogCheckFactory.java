package dev.brummer.plugins.checks;

import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code log} checks: {@code {log: "listening on"}}. */
public final class LogCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "log";
    }

    @Override
    public String description() {
        return "Passes once the run has logged a line that matches, colours left aside, and stays passed";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OptionSpec.required(
                "pattern", OptionType.PATTERN, "A regular expression to be found anywhere in a line"));
    }

    @Override
    public String scalarOption() {
        return "pattern";
    }

    @Override
    public HealthCheck create(Options options) {
        return new LogCheck(options.pattern("pattern"));
    }
}
