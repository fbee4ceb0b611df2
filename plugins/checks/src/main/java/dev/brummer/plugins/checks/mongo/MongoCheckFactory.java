package dev.brummer.plugins.checks.mongo;

import dev.brummer.plugins.checks.net.Server;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code mongodb} checks: {@code {mongodb: 27017}}. */
public final class MongoCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "mongodb";
    }

    @Override
    public String description() {
        return "Passes when MongoDB says in answer to hello that it is a primary, a secondary, an arbiter or a router; "
                + "needs no login";
    }

    @Override
    public List<OptionSpec> options() {
        return Server.options();
    }

    @Override
    public String scalarOption() {
        return "port";
    }

    @Override
    public HealthCheck create(Options options) {
        return new ServerCheck(Server.from(options), new MongoHello());
    }
}
