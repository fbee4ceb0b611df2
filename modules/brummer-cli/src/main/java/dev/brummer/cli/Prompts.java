package dev.brummer.cli;

import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.StreamView;
import dev.brummer.cli.prompt.Keyboard;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.Prompt;
import dev.brummer.cli.prompt.Quitting;
import dev.brummer.cli.prompt.SlashCommands;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a prompt where there is somebody to type. */
final class Prompts {
    private static final String DUMB = "dumb";

    private final Terminal terminal;
    private final CallerEnvironment caller;
    private final SignalTraps signals;
    private final PromptReports reports;
    private final PromptVerbs verbs;

    @Inject
    Prompts(
            Terminal terminal,
            CallerEnvironment caller,
            SignalTraps signals,
            PromptReports reports,
            PromptVerbs verbs) {
        this.terminal = terminal;
        this.caller = caller;
        this.signals = signals;
        this.reports = reports;
        this.verbs = verbs;
    }

    /** Whether there is somebody to type, on a terminal that can show a line below a stream. */
    boolean possible() {
        return keyboard().isPresent();
    }

    /**
     * Begins to open one below a session's stream; returns at once.
     *
     * @param own {@code .brummer} of the project
     * @return empty where standard input or output is no terminal, or a dumb one
     */
    Optional<Prompt> open(Session session, StreamView view, Quitting quitting, Path own) {
        return keyboard().map(keyboard -> open(keyboard, session, view, quitting, own));
    }

    private Optional<TerminalKeyboard> keyboard() {
        return !terminal.interactive() || type().equals(DUMB) ? Optional.empty() : terminal.keyboard();
    }

    private String type() {
        return caller.variables().getOrDefault("TERM", DUMB);
    }

    private Prompt open(Keyboard keyboard, Session session, StreamView view, Quitting quitting, Path own) {
        Names names = new Names(
                () -> services(session), () -> stages(session), () -> groups(session), reports::recentIds);
        var commands = SlashCommands.of(view, names, reports, verbs.of(session, names), quitting);
        Prompt prompt = new Prompt(terminal, keyboard, type(), view, commands, own.resolve("typed"));
        signals.onTerminal(prompt);
        prompt.start();
        view.watchUnfinished(lines -> prompt.stand(BegunLines.of(lines, instances(session))));
        return prompt;
    }

    private static List<String> services(Session session) {
        return instances(session).stream()
                .map(id -> id.service().name())
                .distinct()
                .toList();
    }

    private static List<InstanceId> instances(Session session) {
        try {
            return session.fleet().instances().stream().map(InstanceView::id).toList();
        } catch (SessionException e) {
            // Completion offers what there is; whoever does something is told what is wrong.
            return List.of();
        }
    }

    private static List<String> groups(Session session) {
        try {
            List<String> services = services(session);
            return session.project().groups().entrySet().stream()
                    .filter(group -> group.getValue().stream().map(ServiceId::name).anyMatch(services::contains))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (SessionException e) {
            return List.of();
        }
    }

    private static List<String> stages(Session session) {
        try {
            return session.fleet().instances().stream()
                    .flatMap(instance -> instance.stage().stream())
                    .distinct()
                    .toList();
        } catch (SessionException e) {
            return List.of();
        }
    }
}
