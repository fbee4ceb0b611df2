package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Server;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.List;

/** Makes {@code postgres} checks: {@code {postgres: 5432}}. */
public final class PostgresCheckFactory implements HealthCheckFactory {
    @Override
    public String id() {
        return "postgres";
    }

    @Override
    public String description() {
        return "Passes when PostgreSQL accepts connections; with a user, a password or a database, when it lets one in";
    }

    @Override
    public List<OptionSpec> options() {
        return Server.plainOptions(
                Credentials.userOption("The user to log in as, postgres where another option asks for a login"),
                Credentials.passwordOption("The password to log in with, best from a variable"),
                OptionSpec.optional(
                        "database",
                        OptionType.STRING,
                        "The database to log in to, which must exist then; postgres where another option asks for a "
                                + "login"));
    }

    @Override
    public String scalarOption() {
        return "port";
    }

    @Override
    public HealthCheck create(Options options) {
        return new PostgresCheck(Server.from(options), new PostgresConversation(Login.from(options)), System::nanoTime);
    }
}
