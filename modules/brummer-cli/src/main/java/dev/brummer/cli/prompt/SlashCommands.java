package dev.brummer.cli.prompt;

import dev.brummer.api.StreamView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands there are, in the order of the help. Immutable. */
public final class SlashCommands {
    private final List<SlashCommand> all;

    private SlashCommands(List<SlashCommand> all) {
        this.all = all;
    }

    /**
     * Those that a session offers.
     *
     * @param reports who tells of errors and requests
     * @param verbs further ones
     */
    public static SlashCommands of(
            StreamView view, Names names, Reports reports, List<SlashCommand> verbs, Quitting quitting) {
        List<SlashCommand> all = new ArrayList<>();
        QueryWords words = new QueryWords(names);
        all.add(new ShowCommand(view, words));
        all.add(new HideCommand(view, words));
        all.add(new ErrorsCommand(reports));
        all.add(new TraceCommand(reports, names));
        all.addAll(verbs);
        all.add(new ClearCommand());
        all.add(new HelpCommand(all));
        all.add(new QuitCommand(quitting));
        return new SlashCommands(List.copyOf(all));
    }

    Optional<SlashCommand> named(String word) {
        return all.stream().filter(command -> command.usage().word().equals(word)).findFirst();
    }

    List<String> words() {
        return all.stream().map(command -> command.usage().word()).toList();
    }

    /** What the last word of a line may become. */
    List<Proposal> proposals(Typed line) {
        if (line.complete()) {
            return line.isCommand()
                    ? named(line.word()).map(command -> command.proposals(line.lastWord())).orElse(List.of())
                    : List.of();
        }
        return all.stream().map(SlashCommand::usage).map(SlashCommands::proposal).toList();
    }

    private static Proposal proposal(SlashCommand.Usage usage) {
        return Proposal.whole("/" + usage.word(), usage.summary());
    }
}
