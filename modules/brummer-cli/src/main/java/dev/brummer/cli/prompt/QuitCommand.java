package dev.brummer.cli.prompt;

/** {@code /quit}. */
final class QuitCommand implements SlashCommand {
    private final Quitting quitting;

    QuitCommand(Quitting quitting) {
        this.quitting = quitting;
    }

    @Override
    public Usage usage() {
        return new Usage("quit", "", quitting.summary());
    }

    @Override
    public Reply run(String operand) {
        return quitting.quit().getAsBoolean() ? Reply.QUIET : new Reply.Text(quitting.already());
    }
}
