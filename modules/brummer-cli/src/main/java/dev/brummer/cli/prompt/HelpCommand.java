package dev.brummer.cli.prompt;

import java.util.List;

/** {@code /help}. */
final class HelpCommand implements SlashCommand {
    private static final Usage USAGE = new Usage("help", "", "tell what can be typed here");
    private static final String KEYS = """

            Enter alone draws a ruler with the time; since:mark means what came after it.
            Tab completes; the arrows and Ctrl-R find what was typed before.

            A line matches a QUERY if it has all of its words; with 'or' between two, either will do;
            with -word, if it has not got that one.
              word  "two words"  /regex/  service:NAME  stage:NAME  level:error  level:warn+
              stream:stderr  run:2  since:5m  until:14:05  id:ID""";

    private final List<SlashCommand> commands;

    /** @param commands all of them, this one included */
    HelpCommand(List<SlashCommand> commands) {
        this.commands = commands;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String operand) {
        List<Usage> usages = commands.stream().map(SlashCommand::usage).toList();
        int width = usages.stream().mapToInt(usage -> usage.typed().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Usage usage : usages) {
            String typed = usage.typed();
            text.append(typed).append(" ".repeat(width - typed.length() + 2)).append(usage.summary()).append('\n');
        }
        return new Reply.Text(text + KEYS);
    }
}
