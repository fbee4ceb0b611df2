package dev.brummer.cli;

import dev.brummer.api.ReloadView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.SlashCommand;

/** {@code /reload}: has the fleet read its configuration again. */
record ReloadVerb(Session session) implements SlashCommand {
    @Override
    public Usage usage() {
        return new Usage("reload", "", "read brummer.yaml again, and restart what has changed");
    }

    @Override
    public Reply run(String operand) {
        try {
            ReloadView plan = session.reload(true);
            return plan.restarted().size() + plan.removed().size() > 1
                    ? new Reply.Question("reload " + plan.words() + "?", this::reloaded)
                    : reloaded();
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }

    /** The stream says what changes. */
    private Reply reloaded() {
        try {
            ReloadView ignored = session.reload(false);
            return Reply.QUIET;
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }
}
