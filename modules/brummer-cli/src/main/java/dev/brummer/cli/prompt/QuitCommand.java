package dev.brummer.cli.prompt;

import java.util.function.BooleanSupplier;

/** {@code /quit}. */
final class QuitCommand implements SlashCommand {
    private static final Usage USAGE =
            new Usage("quit", "", "stop everything and leave, as the first Ctrl-C does; so does Ctrl-D");

    private final BooleanSupplier stop;

    /** @param stop asks for a graceful end; false if somebody has asked before */
    QuitCommand(BooleanSupplier stop) {
        this.stop = stop;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Reply run(String operand) {
        return stop.getAsBoolean()
                ? Reply.QUIET
                : new Reply.Text("everything is stopping already; Ctrl-C ends it at once");
    }
}
