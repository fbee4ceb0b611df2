package dev.brummer.plugins.checks.redis;

import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Server;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code redis} checks: {@code {redis: 6379}}. */
public final class RedisCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "redis";
    }

    @Override
    public String description() {
        return "Passes when Redis, or a server that speaks like it, answers PING with PONG";
    }

    @Override
    public List<OptionSpec> options() {
        return Server.options(
                Credentials.userOption("The user to log in as; by default the default user"),
                Credentials.passwordOption("The password to log in with, best from a variable"));
    }

    @Override
    public String scalarOption() {
        return "port";
    }

    @Override
    public HealthCheck create(Options options) {
        Credentials credentials = Credentials.from(options);
        if (credentials.user().isPresent() && credentials.password().isEmpty()) {
            throw new IllegalArgumentException("a user needs a password");
        }
        return new ServerCheck(Server.from(options), new RedisPing(credentials));
    }
}
