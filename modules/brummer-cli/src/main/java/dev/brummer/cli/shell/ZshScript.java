package dev.brummer.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what zsh takes as a file of its {@code fpath}, or by {@code eval}. */
public final class ZshScript {
    private ZshScript() {}

    public static String of(Syntax syntax) {
        return """
                #compdef brum
                # Completion of brum in zsh. To have it always, put it into a folder of your fpath:
                #   brum completion zsh > ~/.zfunc/_brum       with 'fpath+=~/.zfunc' before 'compinit' in ~/.zshrc
                # or, behind 'compinit' in ~/.zshrc: eval "$(brum completion zsh)"

                # Offers names of the kind $1.
                _brum_names() {
                    local -a found
                    local line name
                    for line in ${(f)"$($_brum_program __names $1 2>/dev/null)"}; do
                        name=${line%%%%$'\\t'*}
                        found+=("${name//:/\\\\:}:${line#*$'\\t'}")
                    done
                    _describe -t names name found
                }

                # A name of the kind $1, and behind it a command of its own.
                _brum_command_of() {
                    if (( CURRENT == 1 )); then
                        _brum_names $1
                    else
                        shift words
                        (( CURRENT-- ))
                        [[ $words[1] == -- ]] && { shift words; (( CURRENT-- )) }
                        _normal
                    fi
                }

                _brum_commands() {
                    local -a commands=(
                %s    )
                    _describe -t commands command commands
                }

                _brum() {
                    local curcontext=$curcontext state line
                    local -A opt_args
                    local -a _brum_program=($words[1])
                    _arguments -C \\
                %s        '1: :_brum_commands' \\
                        '*:: :->behind'
                    [[ $state == behind ]] || return
                    local dir=${opt_args[-d]:-${opt_args[--dir]}}
                    [[ -z $dir ]] || _brum_program+=(--dir=${(Q)dir})
                    case $line[1] in
                        help) _brum_commands ;;
                %s    esac
                }

                if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                    _brum "$@"
                else
                    compdef _brum brum
                fi
                """
                .formatted(
                        syntax.words().stream()
                                .map(word -> "        " + quoted(word.name() + ":" + word.summary()) + "\n")
                                .collect(Collectors.joining()),
                        specs(syntax.options()),
                        syntax.words().stream().map(word -> behind(syntax, word)).collect(Collectors.joining()));
    }

    private static String specs(List<Flag> flags) {
        return flags.stream()
                .flatMap(ZshScript::specs)
                .map(spec -> "        " + quoted(spec) + " \\\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> specs(Flag flag) {
        String tail = "[" + escaped(flag.description()) + "]"
                + flag.value().map(value -> ": :" + action(value)).orElse("");
        // An option with a value may stand there twice, and the value behind '=' or as the next word.
        boolean takes = flag.value().isPresent();
        String once = takes ? "*" : "";
        Stream<String> letter = flag.letter().stream().map(is -> once + "-" + is + tail);
        return Stream.concat(letter, Stream.of(once + "--" + flag.name() + (takes ? "=" : "") + tail));
    }

    private static String action(Value value) {
        return switch (value) {
            case Value.Anything() -> " ";
            case Value.Folder() -> "_files -/";
            case Value.File() -> "_files";
            case Value.Choice(var words) -> "(" + String.join(" ", words) + ")";
            // The blank keeps zsh from putting arguments of its own before the kind.
            case Value.Names(var kind) -> " _brum_names " + kind.word();
            case Value.CommandOf(var kind) -> " _brum_command_of " + kind.word();
        };
    }

    private static String behind(Syntax syntax, Word word) {
        String operand =
                switch (word.operand()) {
                    case Value.Anything() -> "";
                    case Value.CommandOf(_) -> "'*:: :" + action(word.operand()) + "'";
                    case Value other -> "'*: :" + action(other) + "'";
                };
        return "        " + word.name() + ")\n            _arguments \\\n"
                + specs(syntax.behind(word)).indent(4).stripTrailing() + "\n                " + operand + "\n            ;;\n";
    }

    private static String escaped(String description) {
        return description.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
