package dev.brummer.cli.prompt;

/** {@code /errors}. */
final class ErrorsCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("errors", "", "tell what went wrong so far, root cause first");

    private final Reports reports;

    ErrorsCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String operand) {
        return new Reply.Text(reports.errors());
    }
}
