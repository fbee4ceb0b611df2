package dev.brummer.cli.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what {@code source} in bash takes. It needs nothing but bash itself, from 3.2 on. */
public final class BashScript {
    private BashScript() {}

    public static String of(Syntax syntax) {
        return """
                # Completion of brum in bash. To have it always:
                #   mkdir -p ~/.local/share/bash-completion/completions
                #   brum completion bash > ~/.local/share/bash-completion/completions/brum
                # or in ~/.bashrc: eval "$(brum completion bash)"

                # What is asked for: $1 is the kind of names, the rest what stands before the command.
                _brum_names() {
                    local kind=$1
                    shift
                    "$@" __names "$kind" 2>/dev/null | cut -f 1
                }

                # Offers what begins with $cur of the words in $1.
                _brum_offer() {
                    COMPREPLY=($(compgen -W "$1" -- "$cur"))
                }

                # What the option $1 of the command $2 takes; fails where it takes nothing.
                _brum_value() {
                    case "$2 $1" in
                %s        *) return 1 ;;
                    esac
                }

                _brum() {
                    local IFS=$' \\t\\n' cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb= i word at
                    local brum=("${COMP_WORDS[0]}") operands=0
                    COMPREPLY=()
                    # --option=value comes as three words.
                    if [ "$cur" = = ]; then
                        cur=
                    elif [ "$before" = = ]; then
                        before=${COMP_WORDS[COMP_CWORD - 2]}
                    fi
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        word=${COMP_WORDS[i]}
                        case $word in
                            --) operands=$((operands + 1)) ;;
                            -*)
                                if _brum_value "$word" "$verb" peek; then
                                    at=$((i + 1))
                                    [ "${COMP_WORDS[at]}" = = ] && at=$((at + 1))
                                    if [ $at -lt $COMP_CWORD ]; then
                                        case $word in
                                            -d | --dir) brum+=("--dir=${COMP_WORDS[at]}") ;;
                                            -f | --file) [ -n "$verb" ] && [ "$word" = -f ] || brum+=("--file=${COMP_WORDS[at]}") ;;
                                        esac
                                    fi
                                    i=$at
                                fi
                                ;;
                            *) if [ -z "$verb" ]; then verb=$word; else operands=$((operands + 1)); fi ;;
                        esac
                    done
                    if [[ $before == -* ]] && _brum_value "$before" "$verb"; then
                        return
                    fi
                    case $verb in
                        "")
                            case $cur in
                                -*) _brum_offer "%s" ;;
                                *) _brum_offer "%s" ;;
                            esac
                            ;;
                        help) _brum_offer "%s" ;;
                %s    esac
                }

                complete -F _brum brum
                """
                .formatted(
                        values(syntax),
                        options(syntax.options()),
                        names(syntax) + " help",
                        names(syntax),
                        syntax.words().stream().map(word -> behind(syntax, word)).collect(Collectors.joining()));
    }

    private static String names(Syntax syntax) {
        return syntax.words().stream().map(Word::name).collect(Collectors.joining(" "));
    }

    private static String options(List<Flag> flags) {
        return flags.stream().map(flag -> "--" + flag.name()).collect(Collectors.joining(" ", "", " --help"));
    }

    /** The lines that tell what options take; with a third word they only tell whether one takes something. */
    private static String values(Syntax syntax) {
        StringBuilder lines = new StringBuilder();
        for (Flag flag : syntax.options()) {
            value(flag, "*", true).ifPresent(lines::append);
        }
        for (Word word : syntax.words()) {
            for (Flag flag : word.options()) {
                value(flag, word.name(), false).ifPresent(lines::append);
            }
        }
        return lines.toString();
    }

    private static Optional<String> value(Flag flag, String verb, boolean global) {
        String pattern = (global ? "*" : verb) + "' --" + flag.name() + "'";
        // The letters of the global options stand before the command alone.
        String letter = flag.letter().map(is -> " | " + (global ? "" : verb) + "' -" + is + "'").orElse("");
        return flag.value().map(value -> "        " + pattern + letter + ") [ -n \"$3\" ] || " + offer(value) + " ;;\n");
    }

    private static String offer(Value value) {
        return switch (value) {
            case Value.Anything() -> ":";
            case Value.Folder() -> "COMPREPLY=($(compgen -d -- \"$cur\"))";
            case Value.File() -> "COMPREPLY=($(compgen -f -- \"$cur\"))";
            case Value.Choice(var words) -> "_brum_offer \"" + String.join(" ", words) + "\"";
            case Value.Names(var kind) -> "_brum_offer \"$(_brum_names " + kind.word() + " \"${brum[@]}\")\"";
            case Value.CommandOf(var kind) ->
                "if [ $operands = 0 ]; then _brum_offer \"$(_brum_names " + kind.word()
                        + " \"${brum[@]}\")\"; else COMPREPLY=($(compgen -c -- \"$cur\")); fi";
        };
    }

    private static String behind(Syntax syntax, Word word) {
        return """
                        %s)
                            case $cur in
                                -*) _brum_offer "%s" ;;
                                *) %s ;;
                            esac
                            ;;
                """
                .formatted(word.name(), options(syntax.behind(word)), offer(word.operand()));
    }
}
