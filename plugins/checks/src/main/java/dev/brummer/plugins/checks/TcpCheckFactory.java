package dev.brummer.plugins.checks;

import dev.brummer.plugins.checks.net.Endpoint;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code tcp} checks: {@code {tcp: 5432}}. */
public final class TcpCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "tcp";
    }

    @Override
    public String description() {
        return "Passes when a connection is accepted; it is closed again at once";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OptionSpec.required(
                "address",
                OptionType.STRING,
                "A port of this machine, as 5432, or a host and a port, as db.local:5432"));
    }

    @Override
    public String scalarOption() {
        return "address";
    }

    @Override
    public HealthCheck create(Options options) {
        return new TcpCheck(Endpoint.parse(options.string("address")));
    }
}
