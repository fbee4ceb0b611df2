package dev.brummer.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Reads what was typed. */
final class CommandLines {
    private static final Pattern NEGATED = Pattern.compile("-(?:\\p{L}\\D.*|[\"/(].+)", Pattern.DOTALL);

    private final List<Verb> verbs;

    CommandLines(List<Verb> verbs) {
        this.verbs = verbs;
    }

    /** What was meant. */
    sealed interface Meaning {
        record Run(Verb verb, Command.Invocation invocation) implements Meaning {}

        /** @param text what to print and be done */
        record Tell(String text) implements Meaning {}
    }

    /** @throws UsageException if it cannot be understood */
    Meaning read(List<String> arguments, Path current, String version) throws UsageException {
        Options global = GlobalOptions.addTo(new Options(), true);
        global.addOption(GlobalOptions.flag("h", "help", "")).addOption(GlobalOptions.flag("v", "version", ""));
        CommandLine before = parse(global, arguments, "brum --help", true);
        List<String> rest = before.getArgList();
        if (before.hasOption("version")) {
            return new Meaning.Tell(version + "\n");
        }
        if (before.hasOption("help") || (!rest.isEmpty() && rest.getFirst().equals("help"))) {
            return new Meaning.Tell(help(rest));
        }
        if (!rest.isEmpty() && rest.getFirst().startsWith("-")) {
            throw unknownOption(rest.getFirst(), global, "brum --help");
        }
        Verb verb = rest.isEmpty() ? verb("up") : verb(rest.getFirst());
        List<String> own = rest.isEmpty() ? List.of() : own(verb, rest.subList(1, rest.size()));
        Options all = GlobalOptions.addTo(verb.options(), false).addOption(GlobalOptions.flag("h", "help", ""));
        CommandLine after = parse(all, own, "brum " + verb.name() + " --help", false);
        if (after.hasOption("help")) {
            return new Meaning.Tell(HelpText.of(verb));
        }
        if (verb.operands().isEmpty() && !after.getArgList().isEmpty()) {
            throw new UsageException("'" + verb.name() + "' takes no '" + after.getArgList().getFirst() + "'; 'brum "
                    + verb.name() + " --help' tells what it takes");
        }
        String line = line(arguments.subList(0, arguments.size() - rest.size()));
        GlobalOptions options = GlobalOptions.of(before, after, current);
        return new Meaning.Run(verb, new Command.Invocation(verb.name(), options, after, line, rest.isEmpty()));
    }

    private static List<String> own(Verb verb, List<String> arguments) {
        return switch (verb.takes()) {
            case NAMES, SERVICES, FLEET, PLAIN -> arguments;
            case COMMAND -> CommandWords.parted(arguments, GlobalOptions.addTo(verb.options(), false));
            case TEST -> CommandWords.marked(arguments);
            case NAME_AND_WORDS -> CommandWords.named(arguments, GlobalOptions.addTo(verb.options(), false));
            case QUERY -> arguments.stream().map(CommandLines::negation).toList();
        };
    }

    /** The long form of a negated word, which does not look like an option. */
    private static String negation(String argument) {
        return NEGATED.matcher(argument).matches() ? "not:" + argument.substring(1) : argument;
    }

    private static String line(List<String> before) {
        return before.isEmpty() ? "brum " : "brum " + String.join(" ", before) + " ";
    }

    private String help(List<String> rest) throws UsageException {
        List<String> words = rest.stream().filter(word -> !word.equals("help")).toList();
        return words.isEmpty() ? HelpText.overview(verbs) : HelpText.of(verb(words.getFirst()));
    }

    private Verb verb(String name) throws UsageException {
        for (List<Verb> some : List.of(verbs, Verb.HIDDEN)) {
            for (Verb verb : some) {
                if (verb.name().equals(name)) {
                    return verb;
                }
            }
        }
        List<String> names = verbs.stream().map(Verb::name).toList();
        throw new UsageException("there is no command '" + name + "'" + Suggested.among(names, name)
                + "; there are: " + String.join(", ", names));
    }

    private static CommandLine parse(
            Options options, List<String> arguments, String help, boolean untilCommand) throws UsageException {
        try {
            CommandLine parsed = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(options, arguments.toArray(String[]::new), untilCommand);
            refuseSecondValues(parsed);
            return parsed;
        } catch (UnrecognizedOptionException e) {
            throw unknownOption(String.valueOf(e.getOption()), options, help);
        } catch (MissingArgumentException e) {
            throw new UsageException("--" + e.getOption().getLongOpt() + " needs a value", e);
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Of two values, one would be passed over without a word. */
    private static void refuseSecondValues(CommandLine parsed) throws UsageException {
        for (Option option : parsed.getOptions()) {
            if (!GlobalOptions.isRepeatable(option) && parsed.getOptionValues(option).length > 1) {
                throw new UsageException("--" + option.getLongOpt() + " takes one value, not '"
                        + String.join("' and '", parsed.getOptionValues(option)) + "'");
            }
        }
    }

    private static UsageException unknownOption(String typed, Options options, String help) {
        if (typed.matches("-[dfvh].*") && options.getOption(typed.substring(0, 2)) == null) {
            return new UsageException("-" + typed.charAt(1) + " stands before the command; behind it, write the long option"
                    + "; '" + help + "' lists them");
        }
        List<String> known = options.getOptions().stream().map(Option::getLongOpt).toList();
        String word = Arrays.stream(typed.split("=", 2)).findFirst().orElse(typed).replaceFirst("^-+", "");
        String near = Suggested.among(known, word).replace("mean '", "mean '--");
        return new UsageException("there is no option '" + typed + "'" + (near.isEmpty() ? "" : near)
                + (near.isEmpty() ? "; " : " ") + "'" + help + "' lists them");
    }
}
