package dev.brummer.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What {@code --help} prints. */
final class HelpText {
    private static final String USAGE = "brum [-d DIR] [-f FILE]… [--profile P]… [--color WHEN] ";

    private HelpText() {}

    static String overview(List<Verb> verbs) {
        StringBuilder text = new StringBuilder("""
                Brummer starts the services of brummer.yaml in dependency order and stays with them.

                usage: %sCOMMAND

                commands
                """.formatted(USAGE));
        List<String[]> rows = new ArrayList<>();
        verbs.forEach(verb -> rows.add(new String[] {verb.name(), verb.summary()}));
        table(rows, text);
        text.append("\noptions\n");
        Options global = GlobalOptions.addTo(new Options(), true)
                .addOption(GlobalOptions.flag("h", "help", "print this; behind a command, what that command takes"))
                .addOption(GlobalOptions.flag("v", "version", "print the version"));
        options(global, text);
        text.append("""

                The letters stand before the command, the long options anywhere. 'brum' alone is 'brum up';
                without a brummer.yaml it lists what there is, and opens a prompt.
                'brum COMMAND --help' tells more.
                """);
        return text.toString();
    }

    static String of(Verb verb) {
        StringBuilder text = new StringBuilder("usage: ")
                .append(USAGE)
                .append(verb.name())
                .append(verb.options().getOptions().isEmpty() ? "" : " [OPTION…]")
                .append(verb.operands().isEmpty() ? "" : " " + verb.operands())
                .append("\n\n")
                .append(Character.toUpperCase(verb.summary().charAt(0)))
                .append(verb.summary().substring(1))
                .append(".\n");
        if (!verb.options().getOptions().isEmpty()) {
            text.append("\noptions\n");
            options(verb.options(), text);
        }
        return text.toString();
    }

    private static void options(Options options, StringBuilder text) {
        List<String[]> rows = new ArrayList<>();
        for (Option option : options.getOptions()) {
            String letter = option.getOpt() == null ? "    " : "-" + option.getOpt() + ", ";
            String argument = option.hasArg() ? " " + option.getArgName() : "";
            rows.add(new String[] {letter + "--" + option.getLongOpt() + argument, option.getDescription()});
        }
        table(rows, text);
    }

    private static void table(List<String[]> rows, StringBuilder text) {
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        for (String[] row : rows) {
            text.append("  ").append(row[0]).append(" ".repeat(width - row[0].length() + 2)).append(row[1]).append('\n');
        }
    }
}
