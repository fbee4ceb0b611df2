package dev.brummer.cli;

import dev.brummer.spi.host.DurationText;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Options that several commands share, and what they mean. */
final class Answering {
    private Answering() {}

    /** {@code --output} for commands that print text or one JSON object. */
    static Option output() {
        return GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object");
    }

    /**
     * Whether JSON was asked for.
     *
     * @throws UsageException if it is neither text nor JSON
     */
    static boolean json(Command.Invocation invocation) throws UsageException {
        String format = invocation.typed().getOptionValue("output", "text");
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default ->
                throw new UsageException(invocation.verb() + " --output takes text or json, not '" + format + "'");
        };
    }

    static Option timeout(String description) {
        return GlobalOptions.option(null, "timeout", "TIME", description);
    }

    /** @throws UsageException if it is no time */
    static Optional<Duration> timeout(CommandLine typed) throws UsageException {
        String text = typed.getOptionValue("timeout");
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--timeout takes a time such as 60s or 2m, not '" + text + "'", e);
        }
    }
}
