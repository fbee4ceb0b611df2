package dev.brummer.cli.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what {@code source} in fish takes. */
public final class FishScript {
    private FishScript() {}

    public static String of(Syntax syntax) {
        StringBuilder script = new StringBuilder("""
                # Completion of brum in fish. To have it always:
                #   brum completion fish > ~/.config/fish/completions/brum.fish

                # The words behind brum: first the global options with their values, then the command.
                function __brum_read
                    set -l words (commandline -opc)
                    set -g __brum_program $words[1]
                    set -g __brum_verb
                    set -g __brum_operands 0
                    set -l value 0
                    for word in $words[2..-1]
                        if test $value = 1
                            set value 0
                            contains -- $option -d --dir; and set -a __brum_program --dir=$word
                            continue
                        end
                        switch $word
                            case '--dir=*'
                                set -a __brum_program $word
                            case '--*=*'
                            case '-*'
                                set -g option $word
                                if test -z "$__brum_verb"
                                    contains -- $word %s; and set value 1
                                else
                                    contains -- $word %s; and set value 1
                                end
                            case '*'
                                if test -z "$__brum_verb"
                                    set -g __brum_verb $word
                                else
                                    set -g __brum_operands (math $__brum_operands + 1)
                                end
                        end
                    end
                end

                function __brum_begins
                    __brum_read
                    test -z "$__brum_verb"
                end

                function __brum_is
                    __brum_read
                    contains -- "$__brum_verb" $argv
                end

                function __brum_names_first
                    __brum_is $argv; and test $__brum_operands = 0
                end

                function __brum_names
                    __brum_read
                    command $__brum_program __names $argv[1] 2>/dev/null
                end

                complete -c brum -f
                """.formatted(taking(syntax.options().stream()), taking(syntax.behind())));
        String begins = "-n __brum_begins";
        syntax.options().forEach(flag -> script.append(option(begins, flag)));
        for (Word word : syntax.words()) {
            script.append(line(begins, "-a " + word.name(), word.summary()));
        }
        script.append(line(begins, "-a help", "print help"));
        script.append(line("-n '__brum_is help'", "-a '" + words(syntax.words()) + "'", ""));
        for (Word word : syntax.words()) {
            String is = "-n '__brum_is " + word.name() + "'";
            syntax.behind(word).forEach(flag -> script.append(option(is, flag)));
            operand(word).ifPresent(line -> script.append(line).append('\n'));
        }
        return script.toString();
    }

    /** The options that are followed by a value. */
    private static String taking(Stream<Flag> flags) {
        return flags.filter(flag -> flag.value().isPresent())
                .flatMap(flag -> Stream.concat(
                        Stream.of("--" + flag.name()), flag.letter().stream().map(is -> "-" + is)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String words(List<Word> words) {
        return words.stream().map(Word::name).collect(Collectors.joining(" "));
    }

    private static String option(String when, Flag flag) {
        String names = flag.letter().map(is -> "-s " + is + " ").orElse("") + "-l " + flag.name();
        return line(when, names + flag.value().map(value -> " " + argument(value)).orElse(""), flag.description());
    }

    private static String argument(Value value) {
        return switch (value) {
            case Value.Anything(), Value.CommandOf(_) -> "-x";
            case Value.Folder() -> "-x -a '(__fish_complete_directories)'";
            case Value.File() -> "-r -F";
            case Value.Choice(var words) -> "-x -a '" + String.join(" ", words) + "'";
            case Value.Names(var kind) -> "-x -a '(__brum_names " + kind.word() + ")'";
        };
    }

    private static Optional<String> operand(Word word) {
        String is = "complete -c brum -n '__brum_is " + word.name() + "' ";
        return switch (word.operand()) {
            case Value.Anything() -> Optional.empty();
            case Value.Folder(), Value.File() -> Optional.of(is + "-F");
            case Value.Choice(var words) -> Optional.of(is + "-a '" + String.join(" ", words) + "'");
            case Value.Names(var kind) -> Optional.of(is + "-a '(__brum_names " + kind.word() + ")'");
            case Value.CommandOf(var kind) ->
                Optional.of("complete -c brum -n '__brum_names_first " + word.name() + "' -a '(__brum_names "
                        + kind.word() + ")'\n"
                        + "complete -c brum -n '__brum_is " + word.name() + "; and test $__brum_operands = 1' -a"
                        + " '(complete -C (commandline -ct))'\n"
                        + "complete -c brum -n '__brum_is " + word.name() + "; and test $__brum_operands -gt 1' -F");
        };
    }

    private static String line(String when, String what, String description) {
        String told = description.isEmpty() ? "" : " -d '" + description.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return "complete -c brum " + when + " " + what + told + "\n";
    }
}
