package dev.brummer.cli;

import dev.brummer.cli.shell.Flag;
import dev.brummer.cli.shell.Syntax;
import dev.brummer.cli.shell.Value;
import dev.brummer.cli.shell.Value.Kind;
import dev.brummer.cli.shell.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What shells can complete of verbs and their options. */
final class VerbSyntax {
    private static final Pattern FORMAT = Pattern.compile("\\b(text|json|none|yaml|mermaid|markdown|dotenv|shell)\\b");
    private static final List<String> SIGNALS = List.of("HUP", "INT", "QUIT", "KILL", "USR1", "USR2", "TERM", "WINCH");

    private VerbSyntax() {}

    static Syntax of(List<Verb> verbs) {
        return new Syntax(
                flags(GlobalOptions.addTo(new Options(), true)), verbs.stream().map(VerbSyntax::word).toList());
    }

    private static Word word(Verb verb) {
        return new Word(verb.name(), verb.summary(), flags(verb.options()), operand(verb));
    }

    private static List<Flag> flags(Options options) {
        return options.getOptions().stream().map(VerbSyntax::flag).toList();
    }

    private static Flag flag(Option option) {
        Optional<Value> value = option.hasArg() ? Optional.of(value(option)) : Optional.empty();
        return new Flag(Optional.ofNullable(option.getOpt()), option.getLongOpt(), value, option.getDescription());
    }

    /** What an option takes, by the word that help has for it. */
    private static Value value(Option option) {
        return switch (option.getArgName()) {
            case "DIR" -> new Value.Folder();
            case "FILE" -> new Value.File();
            case "P", "P1,P2" -> new Value.Names(Kind.PROFILES);
            case "SERVICE" -> new Value.Names(Kind.DECLARED);
            case "WHEN" -> new Value.Choice(List.of("auto", "always", "never"));
            case "FORMAT" ->
                new Value.Choice(FORMAT.matcher(option.getDescription()).results().map(MatchResult::group).toList());
            case "SIGNAL" -> new Value.Choice(SIGNALS);
            case "STATE" -> new Value.Choice(Arrays.stream(Goal.values()).map(Goal::word).toList());
            default -> new Value.Anything();
        };
    }

    private static Value operand(Verb verb) {
        if (verb == CompletionCommand.VERB) {
            return new Value.Choice(CompletionCommand.SHELLS);
        }
        if (verb == CapsuleCommand.VERB) {
            return new Value.Choice(CapsuleCommand.WORDS);
        }
        if (verb.operands().isEmpty()) {
            return new Value.Anything();
        }
        return switch (verb.takes()) {
            case NAMES -> new Value.Names(Kind.DECLARED);
            case TEST -> new Value.Names(Kind.TESTS);
            case NAME_AND_WORDS -> new Value.CommandOf(Kind.DECLARED);
            case SERVICES, FLEET -> new Value.Names(Kind.RUNNING);
            case COMMAND -> new Value.CommandOf(Kind.RUNNING);
            case QUERY, PLAIN -> new Value.Anything();
        };
    }
}
