package dev.brummer.cli;

import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.SlashCommand;

/** {@code /down}: ends the fleet, wherever it is supervised. */
record DownVerb(Session session) implements SlashCommand {
    @Override
    public Usage usage() {
        return new Usage("down", "", "stop everything, wherever it was started");
    }

    @Override
    public Reply run(String operand) {
        return new Reply.Question("stop everything?", this::stopped);
    }

    private Reply stopped() {
        try {
            session.stop("/down");
            return Reply.QUIET;
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }
}
