package dev.brummer.plugins.checks.net;

import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.Optional;

/** Who asks. Its text, in an exception for example, holds no password. */
public record Credentials(Optional<String> user, Optional<String> password) {
    private static final String MASK = "***";
    private static final int LONGEST_QUOTE = 100;

    /** Reads the options {@code user} and {@code password}. */
    public static Credentials from(Options options) {
        return new Credentials(Given.text(options, "user"), Given.text(options, "password"));
    }

    /** The option {@code user}. */
    public static OptionSpec userOption(String description) {
        return OptionSpec.optional("user", OptionType.STRING, description);
    }

    /** The option {@code password}. */
    public static OptionSpec passwordOption(String description) {
        return OptionSpec.optional("password", OptionType.STRING, description);
    }

    /** What a server said, as one short line; some servers repeat what they were sent, the password included. */
    public String quote(String said) {
        String safe = password.isPresent() ? said.replace(password.get(), MASK) : said;
        return PlainText.oneLine(safe, LONGEST_QUOTE);
    }

    @Override
    public String toString() {
        return user.orElse("nobody") + (password.isPresent() ? ":" + MASK : "");
    }
}
