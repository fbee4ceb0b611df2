package dev.brummer.plugins.checks.net;

import dev.brummer.spi.Options;
import java.util.Optional;

/** Options that may be given or not. */
public final class Given {
    private Given() {}

    /** A text; one that is empty, as a variable that is not set leaves it, is not given. */
    public static Optional<String> text(Options options, String name) {
        return options.optionalString(name).filter(text -> !text.isEmpty());
    }
}
