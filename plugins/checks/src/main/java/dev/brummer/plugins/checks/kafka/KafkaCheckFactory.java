package dev.brummer.plugins.checks.kafka;

import dev.brummer.plugins.checks.net.Server;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code kafka} checks: {@code {kafka: 9092}}. */
public final class KafkaCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "kafka";
    }

    @Override
    public String description() {
        return "Passes when a Kafka broker says which versions of its protocol it speaks; needs no login";
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
        return new ServerCheck(Server.from(options), new KafkaApiVersions());
    }
}
