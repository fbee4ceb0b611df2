package dev.brummer.plugins.checks;

import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code exec} checks: {@code {exec: redis-cli ping}}. */
public final class ExecCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "exec";
    }

    @Override
    public String description() {
        return "Passes when a command, run in the service's folder and environment, exits with code 0";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OptionSpec.required(
                "command", OptionType.COMMAND, "A line for the shell, or a list of words to run without one"));
    }

    @Override
    public String scalarOption() {
        return "command";
    }

    @Override
    public HealthCheck create(Options options) {
        return new ExecCheck(options.command("command"));
    }
}
