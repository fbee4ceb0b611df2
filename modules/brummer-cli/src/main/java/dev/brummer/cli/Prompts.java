package dev.brummer.cli;

import dev.brummer.api.InstanceView;
import dev.brummer.cli.prompt.Keyboard;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.Prompt;
import dev.brummer.cli.prompt.SlashCommands;
import dev.brummer.core.model.Project;
import dev.brummer.runtime.OwnedSession;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Opens a prompt where there is somebody to type. */
final class Prompts {
    private static final String DUMB = "dumb";

    private final Terminal terminal;
    private final CallerEnvironment caller;
    private final SignalTraps signals;
    private final PromptReports reports;

    @Inject
    Prompts(
            Terminal terminal,
            CallerEnvironment caller,
            SignalTraps signals,
            PromptReports reports) {
        this.terminal = terminal;
        this.caller = caller;
        this.signals = signals;
        this.reports = reports;
    }

    /**
     * Begins to open one below a session's stream; returns at once.
     *
     * @return empty where standard input or output is no terminal, or a dumb one
     */
    Optional<Prompt> open(OwnedSession session, Project project, Interrupts interrupts) {
        String type = caller.variables().getOrDefault("TERM", DUMB);
        if (!terminal.interactive() || type.equals(DUMB)) {
            return Optional.empty();
        }
        return terminal.keyboard().map(keyboard -> open(keyboard, type, session, project, interrupts));
    }

    private Prompt open(Keyboard keyboard, String type, OwnedSession session, Project project, Interrupts interrupts) {
        Names names = new Names(services(session), stages(project), reports::recentIds);
        var commands = SlashCommands.of(session.view(), names, reports, () -> interrupts.ask("/quit"));
        var history = project.folder().resolve(".brummer/typed");
        Prompt prompt = new Prompt(terminal, keyboard, type, session.view(), commands, history);
        signals.onTerminal(prompt);
        prompt.start();
        return prompt;
    }

    private static List<String> services(OwnedSession session) {
        return session.fleet().instances().stream()
                .map(InstanceView::id)
                .map(id -> id.service().name())
                .distinct()
                .toList();
    }

    private static List<String> stages(Project project) {
        return project.stages().keySet().stream().map(stage -> stage.name()).toList();
    }
}
