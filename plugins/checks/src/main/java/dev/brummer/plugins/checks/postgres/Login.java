package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Given;
import dev.brummer.spi.Options;
import java.util.Optional;

/**
 * Who wants to be let in, and where.
 *
 * @param asked whether the file asks for a login; else the others are guesses
 */
record Login(boolean asked, String user, String database, Credentials credentials) {
    /** A role and a database that most servers have: a start-up message with others is a line in the server's log. */
    private static final String USUAL = "postgres";

    static Login from(Options options) {
        Credentials credentials = Credentials.from(options);
        Optional<String> database = Given.text(options, "database");
        boolean asked = credentials.user().isPresent() || credentials.password().isPresent() || database.isPresent();
        return new Login(asked, credentials.user().orElse(USUAL), database.orElse(USUAL), credentials);
    }
}
