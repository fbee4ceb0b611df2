package dev.brummer.plugins.checks.amqp;

import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Given;
import dev.brummer.plugins.checks.net.Server;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code amqp} checks: {@code {amqp: 5672}}. */
public final class AmqpCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "amqp";
    }

    @Override
    public String description() {
        return "Passes when a broker answers in AMQP 0-9-1; with a user, when it lets one in, which RabbitMQ logs as "
                + "information, while a connection without a login is a warning in its log";
    }

    @Override
    public List<OptionSpec> options() {
        return Server.options(
                Credentials.userOption("The user to log in as"),
                Credentials.passwordOption("The password to log in with, best from a variable"),
                OptionSpec.withDefault("vhost", OptionType.STRING, "/", "The virtual host to log in to"),
                OptionSpec.optional(
                        "management",
                        OptionType.STRING,
                        "The URL of RabbitMQ's management, as http://localhost:15672; asks for the depth of queues "
                                + "too, as the same user"),
                OptionSpec.optional(
                        "max_queue",
                        OptionType.INTEGER,
                        "How many messages a queue may hold before the service counts as degraded"));
    }

    @Override
    public String scalarOption() {
        return "port";
    }

    @Override
    public HealthCheck create(Options options) {
        Credentials credentials = Credentials.from(options);
        if (credentials.user().isPresent() != credentials.password().isPresent()) {
            throw new IllegalArgumentException("a login needs both a user and a password");
        }
        if (options.has("max_queue") && Given.text(options, "management").isEmpty()) {
            throw new IllegalArgumentException("'max_queue' needs 'management', the URL to ask");
        }
        String vhost = Given.text(options, "vhost").orElse("/");
        AmqpConversation conversation = new AmqpConversation(credentials, vhost);
        return new AmqpCheck(new ServerCheck(Server.from(options), conversation), Queues.from(options, credentials));
    }
}
