package dev.brummer.cli.prompt;

import dev.brummer.api.Filters;
import dev.brummer.api.QueryFaultException;
import dev.brummer.api.StreamView;
import dev.brummer.cli.prompt.SlashCommand.Reply;
import dev.brummer.core.text.CodeLine;
import dev.brummer.core.text.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is said to what is typed. For one thread. */
final class Dialogue {
    private final StreamView view;
    private final SlashCommands commands;
    private Optional<Supplier<Reply>> asked = Optional.empty();

    Dialogue(StreamView view, SlashCommands commands) {
        this.view = view;
        this.commands = commands;
    }

    /** Which lines are seen, in the words that asked for it, filter by filter; none where all are. */
    List<String> filters() {
        Filters filters = view.filters();
        return Stream.of(filters.shown().map("show %s"::formatted), filters.hidden().map("hide %s"::formatted))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Does what a line asks for. */
    Reply answer(String line) {
        Optional<Supplier<Reply>> question = asked;
        asked = Optional.empty();
        if (question.isPresent()) {
            return isYes(line) ? question.get().get() : new Reply.Text("left as it is");
        }
        Reply reply = reply(line);
        if (reply instanceof Reply.Question(var text, var yes)) {
            asked = Optional.of(yes);
            return new Reply.Text(text + " Type y to do it.");
        }
        return reply;
    }

    /** Whether the next line answers a question. */
    boolean hasAsked() {
        return asked.isPresent();
    }

    private static boolean isYes(String line) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }

    private Reply reply(String line) {
        Typed typed = Typed.of(line);
        if (typed.isBlank()) {
            var ignored = view.mark();
            return Reply.QUIET;
        }
        if (!typed.isCommand()) {
            return new Reply.Text(noCommand(typed));
        }
        Optional<SlashCommand> command = commands.named(typed.word());
        return command.isPresent() ? run(command.get(), typed) : new Reply.Text(unknown(typed.word()));
    }

    private static Reply run(SlashCommand command, Typed typed) {
        if (command.usage().operand().isEmpty() && !typed.operand().isEmpty()) {
            return new Reply.Text("nothing stands behind " + command.usage().typed());
        }
        try {
            return command.run(typed.operand());
        } catch (QueryFaultException e) {
            int at = typed.operandAt() + e.position();
            CodeLine code = CodeLine.of(typed.line(), at, at + 1);
            return new Reply.Fault(code.text(), code.indent() + "^ " + e.getMessage());
        }
    }

    private String noCommand(Typed typed) {
        String line = typed.line().strip();
        return commands.named(typed.word()).isPresent()
                ? "type /" + line
                : "type /show " + line + " for the lines with it; /help tells what else there is";
    }

    private String unknown(String word) {
        return "there is no /" + word
                + Suggestion.nearest(word, commands.words()).map(near -> ": did you mean /" + near + "? ").orElse("; ")
                + "/help tells what there is";
    }
}
