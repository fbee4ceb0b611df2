package dev.brummer.discovery.processcompose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one process into the words of {@code brummer.yaml}. */
final class ProcessReader {
    private static final String BY_HAND = "manual";

    private final Mapping body;
    private final Others others;
    private final Shell shell;
    private final LoadRequest request;
    private final List<Leftover> leftovers;

    ProcessReader(Mapping body, Others others, Shell shell, LoadRequest request, List<Leftover> leftovers) {
        this.body = body;
        this.others = others;
        this.shell = shell;
        this.request = request;
        this.leftovers = leftovers;
    }

    /** Whether nobody starts a process but a person. */
    static boolean isDisabled(Mapping body) {
        return Values.isTrue(body, "disabled") || Values.isTrue(body, "is_foreground");
    }

    /** Empty where it has no command. */
    Optional<ServiceSketch> read(ServiceSketch blank) {
        Optional<Node> command = command();
        if (command.isEmpty()) {
            leftovers.add(new Leftover(blank.at(), "the process '" + blank.id() + "' has no command", ""));
            return Optional.empty();
        }
        boolean daemon = Values.isTrue(body, "is_daemon");
        boolean completes = !daemon && others.toComplete().contains(blank.id().name());
        ServiceSketch service = Values.text(body, "description").map(blank::noting).orElse(blank);
        if (daemon || completes) {
            String why = daemon ? "it leaves something running and returns" : "others wait until it has ended";
            service = service.with("type", "task", Values.at(body, "is_daemon"), why);
        }
        service = service.with("command", command.get(), "");
        service = carried(service);
        service = new Checks(body, others, leftovers).of(service, daemon || completes);
        service = new Ending(body, leftovers).of(service, completes);
        service = new Waiting(body, others, leftovers).of(service);
        body.entries().values().forEach(this::sayRest);
        return Optional.of(service);
    }

    private Optional<Node> command() {
        if (body.value("entrypoint") instanceof Sequence words && !words.items().isEmpty()) {
            return Optional.of(Texts.carried(words));
        }
        Optional<Scalar> line = Values.scalar(body, "command").filter(text -> !text.text().isBlank());
        line.filter(text -> others.templates() && text.text().contains("{{"))
                .ifPresent(text -> left(text.span(), "what stands in {{ }} is not replaced", "write ${NAME}"));
        return line.map(text -> shell.command(Texts.carried(text.text().strip()), text.span()));
    }

    private ServiceSketch carried(ServiceSketch from) {
        ServiceSketch service = from;
        Optional<Scalar> folder = Values.scalar(body, "working_dir");
        if (folder.isPresent()) {
            service = service.with("working_dir", Texts.carried(folder.get().text()), folder.get().span(), "");
        }
        Node environment = body.value("environment");
        if (environment != null && !Values.items(environment).isEmpty()) {
            service = service.with("environment", Texts.carried(environment), "");
        }
        List<Node> files = envFiles();
        if (!files.isEmpty()) {
            service = service.with("env_file", new Sequence(files.getFirst().span(), files), "");
        }
        if (isDisabled(body)) {
            Span at = Values.at(body, Values.isTrue(body, "disabled") ? "disabled" : "is_foreground");
            service = service.with("profiles", List.of(BY_HAND), at, "'brum up " + service.id() + "' starts it");
        }
        Optional<Scalar> copies =
                Values.scalar(body, "replicas").filter(count -> count.text().matches("[2-9]|[1-9][0-9]"));
        if (copies.isPresent()) {
            service = service.with("scale", copies.get(), "");
        }
        Scalar yes = new Scalar(Values.at(body, "is_tty"), "true", true);
        return Values.isTrue(body, "is_tty") ? service.with("tty", yes, "") : service;
    }

    private List<Node> envFiles() {
        List<Node> files = new ArrayList<>();
        for (Node item : Values.items(body.value("env_file"))) {
            if (item instanceof Scalar path) {
                files.add(isThere(path.text()) ? path : optional(path));
            }
        }
        return files;
    }

    private boolean isThere(String path) {
        try {
            return Files.exists(request.folder().resolve(path));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static Mapping optional(Scalar path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("path", Values.entry("path", path));
        entries.put("required", Values.entry("required", new Scalar(path.span(), "false", true)));
        return new Mapping(path.span(), entries);
    }

    private void sayRest(Entry entry) {
        String key = entry.key().text();
        switch (key) {
            case "command", "entrypoint", "description", "working_dir", "environment", "env_file", "disabled",
                    "is_daemon", "is_foreground", "is_tty", "replicas", "depends_on", "readiness_probe",
                    "liveness_probe", "ready_log_line", "availability", "shutdown", "namespace",
                    "launch_timeout_seconds", "disable_ansi_colors" -> {
                // These are carried over, or change nothing here.
            }
            case "log_location", "log_configuration" -> leftOut(entry, "everything is stored");
            case "vars" -> leftOut(entry, "write 'environment', and ${NAME} where it is used");
            case "is_elevated" -> leftOut(entry, "services run as you do");
            default -> {
                if (!key.startsWith("x-")) {
                    leftOut(entry, "");
                }
            }
        }
    }

    private void leftOut(Entry entry, String instead) {
        left(entry.key().span(), "'" + entry.key().text() + "' is left out", instead);
    }

    private void left(Span at, String what, String instead) {
        leftovers.add(new Leftover(at, what, instead));
    }
}
