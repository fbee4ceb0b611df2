package dev.brummer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * What was typed behind {@code brum logs}.
 *
 * @param words the query, an argument each
 * @param limit how many of the newest; {@link Integer#MAX_VALUE} for all
 * @param start the start that was asked for; empty for the newest
 * @param context how many lines around each
 */
record LogArguments(
        List<String> words,
        int limit,
        boolean follow,
        Optional<String> start,
        int context,
        boolean json,
        boolean starts,
        boolean timestamps,
        boolean prefix) {
    private static final String STARTS = "starts";
    private static final String OUTPUT = "output";
    private static final int MOST_CONTEXT = 1000;

    static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag("f", "follow", "go on with what is written from now on"))
                .addOption(GlobalOptions.option("n", "lines", "N", "so many of the newest, or 'all'; 100 if left out"))
                .addOption(GlobalOptions.option(null, "since", "TIME", "nothing older: 5m, 14:05, 2026-11-22T14:05"))
                .addOption(GlobalOptions.option(null, "start", "ID", "an earlier start: 'previous', or as --starts names it"))
                .addOption(GlobalOptions.option("C", "context", "N", "with so many lines before and after each"))
                .addOption(GlobalOptions.flag(null, STARTS, "list the starts that are kept, and what became of them"))
                .addOption(GlobalOptions.flag(null, "timestamps", "show when each line came"))
                .addOption(GlobalOptions.flag(null, "no-prefix", "do not show who wrote a line"))
                .addOption(GlobalOptions.option(null, OUTPUT, "FORMAT", "text, or json: one object a line"));
    }

    /** @throws UsageException if a value is none, or means nothing beside the others */
    static LogArguments of(CommandLine typed) throws UsageException {
        if (typed.hasOption(STARTS)) {
            refuseWhatIsOfLines(typed);
        }
        List<String> words = new ArrayList<>(typed.getArgList());
        String since = typed.getOptionValue("since");
        if (since != null) {
            words.addFirst("since:" + since);
        }
        return new LogArguments(
                words,
                lines("logs", typed),
                typed.hasOption("follow"),
                Optional.ofNullable(typed.getOptionValue("start")),
                number("logs -C", typed.getOptionValue("context", "0"), MOST_CONTEXT),
                json(typed.getOptionValue(OUTPUT, "text")),
                typed.hasOption(STARTS),
                typed.hasOption("timestamps"),
                !typed.hasOption("no-prefix"));
    }

    /** Whoever asks for the starts is told of all, and of none of their lines. */
    private static void refuseWhatIsOfLines(CommandLine typed) throws UsageException {
        Options own = options();
        for (Option option : typed.getOptions()) {
            String name = option.getLongOpt();
            if (own.hasLongOption(name) && !name.equals(STARTS) && !name.equals(OUTPUT)) {
                throw new UsageException("logs --starts lists the starts and takes no --" + name);
            }
        }
        if (!typed.getArgList().isEmpty()) {
            throw new UsageException(
                    "logs --starts lists the starts and takes no query such as '" + typed.getArgList().getFirst() + "'");
        }
    }

    /**
     * How many of the newest are asked for; {@link Integer#MAX_VALUE} for all.
     *
     * @throws UsageException if it is no number
     */
    static int lines(String verb, CommandLine typed) throws UsageException {
        String lines = typed.getOptionValue("lines", "100");
        return lines.equals("all") ? Integer.MAX_VALUE : number(verb + " -n", lines, Integer.MAX_VALUE);
    }

    private static int number(String option, String text, int most) throws UsageException {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " takes a number, not '" + text + "'", e);
        }
        throw new UsageException(option + " takes a number from 0 to " + most + ", not " + text);
    }

    private static boolean json(String format) throws UsageException {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new UsageException("logs --output takes text or json, not '" + format + "'");
        };
    }
}
