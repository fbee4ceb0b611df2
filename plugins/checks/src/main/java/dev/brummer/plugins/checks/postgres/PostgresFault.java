package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Credentials;
import dev.brummer.plugins.checks.net.Payload;
import java.io.IOException;

/**
 * What an ErrorResponse says.
 *
 * @param sqlState five letters and digits, which are the same in every language
 */
record PostgresFault(String sqlState, String message) {
    static PostgresFault read(Payload body) throws IOException {
        String sqlState = "";
        String message = "";
        for (int field = body.int8(); field != 0; field = body.int8()) {
            String value = body.zeroTerminated();
            sqlState = field == 'C' ? value : sqlState;
            message = field == 'M' ? value : message;
        }
        return new PostgresFault(sqlState, message);
    }

    /** Starting up, recovering or shutting down. */
    boolean isNotNow() {
        return sqlState.equals("57P03");
    }

    /** Too many clients, or no memory or disk for one more. */
    boolean isExhausted() {
        return sqlState.startsWith("53");
    }

    /** For a person: {@code database "shop" does not exist (3D000)}. */
    String text(Credentials credentials) {
        return credentials.quote(message) + " (" + credentials.quote(sqlState) + ")";
    }
}
