package dev.brummer.cli.prompt;

/** {@code /clear}. */
final class ClearCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("clear", "", "empty the screen; so does Ctrl-L");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String operand) {
        return new Reply.EmptyScreen();
    }
}
