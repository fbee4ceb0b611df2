package dev.brummer.cli;

import dev.brummer.api.InstanceView;
import dev.brummer.api.SessionException;
import dev.brummer.cli.shell.Value.Kind;
import dev.brummer.config.LoadResult;
import dev.brummer.config.ProfileNames;
import dev.brummer.core.model.Project;
import dev.brummer.process.DaemonThreads;
import dev.brummer.server.RemoteSession;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.cli.Options;

/**
 * What the shells' scripts ask for when names are completed: one line each, the name, a tab, and a word about it. Says
 * nothing where it knows nothing, or not soon enough: somebody is typing.
 */
final class NamesCommand implements Command {
    static final Verb VERB = new Verb(
            "__names",
            "KIND",
            "print names for completion",
            Options::new,
            Verb.Overrides.NONE,
            Verb.Operands.PLAIN,
            NamesCommand.class);

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RunningFleet running;
    private final LoadedProject projects;

    @Inject
    NamesCommand(RunningFleet running, LoadedProject projects) {
        this.running = running;
        this.projects = projects;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        CompletableFuture<Map<String, String>> names = new CompletableFuture<>();
        List<String> words = invocation.typed().getArgList();
        DaemonThreads.start("names", () -> answer(words.isEmpty() ? "" : words.getFirst(), names));
        try {
            StringBuilder lines = new StringBuilder();
            names.get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .forEach((name, about) -> lines.append(name).append('\t').append(about).append('\n'));
            running.terminal().print(lines.toString());
        } catch (ExecutionException | TimeoutException e) {
            // Then there is nothing to complete.
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command", e);
        }
        return ExitCode.OK;
    }

    private void answer(String word, CompletableFuture<Map<String, String>> names) {
        try {
            names.complete(names(Kind.valueOf(word.toUpperCase(Locale.ROOT))));
        } catch (UsageException | SessionException | RuntimeException e) {
            names.completeExceptionally(e);
        }
    }

    private Map<String, String> names(Kind kind) throws UsageException, SessionException {
        return switch (kind) {
            case DECLARED -> declared();
            case RUNNING -> {
                Optional<RemoteSession> session = running.find();
                yield session.isPresent() ? running(session.get()) : declared();
            }
            case PROFILES -> profiles();
            case TESTS -> tests();
        };
    }

    private static Map<String, String> running(RemoteSession session) throws SessionException {
        Map<String, String> names = new LinkedHashMap<>();
        List<InstanceView> instances = session.fleet().instances();
        for (InstanceView instance : instances) {
            names.putIfAbsent(instance.id().service().name(), instance.state().word());
        }
        for (InstanceView instance : instances) {
            names.putIfAbsent(instance.id().label(), instance.state().word());
        }
        session.project().groups().forEach((name, services) -> {
            if (instances.stream().anyMatch(instance -> services.contains(instance.id().service()))) {
                names.putIfAbsent(name, services.size() + " services");
            }
        });
        instances.forEach(instance -> instance.stage().ifPresent(stage -> names.putIfAbsent(stage, "stage")));
        return names;
    }

    private Map<String, String> declared() {
        Map<String, String> names = new LinkedHashMap<>();
        if (projects.result() instanceof LoadResult.Loaded loaded) {
            Project project = loaded.project();
            project.services().values().forEach(service -> names.put(
                    service.id().name(), service.stage().map(stage -> "of " + stage.name()).orElse("service")));
            loaded.groups().forEach((name, services) -> names.putIfAbsent(name, services.size() + " services"));
            project.stages().keySet().forEach(stage -> names.putIfAbsent(stage.name(), "stage"));
        }
        return names;
    }

    private Map<String, String> tests() {
        Map<String, String> names = new LinkedHashMap<>();
        if (projects.result() instanceof LoadResult.Loaded loaded) {
            loaded.project().tests().keySet().forEach(name -> names.put(name, "test"));
        }
        return names;
    }

    private Map<String, String> profiles() {
        Map<String, String> names = new LinkedHashMap<>();
        if (projects.result() instanceof LoadResult.Loaded loaded) {
            ProfileNames.of(loaded).forEach(name ->
                    names.put(name, loaded.project().activeProfiles().contains(name) ? "active" : "profile"));
        }
        return names;
    }
}
