package dev.brummer.discovery.compose;

import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Dollars;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A service that runs without its container, in the words of {@code brummer.yaml}. */
final class HereService {
    private static final Pattern RESTART = Pattern.compile("no|always|unless-stopped|on-failure(:[1-9][0-9]*)?");
    private static final Pattern SIGNAL = Pattern.compile("(SIG)?[A-Z0-9]{2,9}");
    private static final Pattern TIME = Pattern.compile("([0-9]+(us|ms|s|m|h))+");

    private final ComposeService service;
    private final Path project;
    private final Path folder;
    private final Variables variables;
    private final Hosts hosts;
    private final List<Leftover> leftovers;
    private ServiceSketch sketch;

    /**
     * @param project what paths of the sketch are relative to
     * @param folder what paths of the file are relative to
     */
    HereService(
            ComposeService service, Path project, Path folder, Variables variables, Hosts hosts, List<Leftover> leftovers) {
        this.service = service;
        this.project = project;
        this.folder = folder;
        this.variables = variables;
        this.hosts = hosts;
        this.leftovers = leftovers;
        this.sketch = ServiceSketch.named(new ServiceId(service.name()), service.key().span());
    }

    /** @param ports what it claims */
    ServiceSketch sketch(Placement.Here place, Ports.Claim ports, boolean task) {
        if (task) {
            sketch = sketch.with("type", "task", service.key().span(), "others wait until it has done its work");
        }
        command(place.command());
        if (!place.folder().isEmpty()) {
            sketch = sketch.with("working_dir", place.folder(), service.key().span(), place.whyFolder());
        }
        environment(ports);
        envFiles();
        if (!task && !ports.ports().isEmpty()) {
            sketch = sketch.with("ports", ports.texts(), ports.at(), ports.why());
        }
        if (!task) {
            health(ports.inside());
            fitting("restart", RESTART);
        }
        fitting("stop_signal", SIGNAL);
        fitting("stop_grace_period", TIME);
        alias();
        for (Entry entry : service.body().entries().values()) {
            leaveOut(entry.key().text(), entry.key().span());
        }
        return sketch;
    }

    private void command(Said command) {
        Node here = switch (command.value()) {
            case Scalar line -> addressed(line);
            case Sequence words -> new Sequence(
                    words.span(), words.items().stream().map(word -> (Node) addressed((Scalar) word)).toList());
            case Mapping map -> map;
        };
        sketch = sketch.with("command", here, command.why());
    }

    private Scalar addressed(Scalar text) {
        return new Scalar(text.span(), hosts.addresses(text.text(), "this command", text.span()), false);
    }

    private void environment(Ports.Claim ports) {
        Map<String, Entry> written = new LinkedHashMap<>();
        if (service.body().entry("environment") instanceof Entry entry) {
            if (Merging.assigned(entry.value()) instanceof Mapping map) {
                written.putAll(map.entries());
            } else {
                leftovers.add(new Leftover(entry.key().span(), "these variables are not understood", ""));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        written.forEach((name, entry) -> texts.put(name, text(entry)));
        Span place = service.body().entry("environment") instanceof Entry entry ? entry.key().span() : ports.at();
        written.replaceAll((name, entry) -> entry.with(variable(name, entry, texts, place)));
        ports.variable().ifPresent(port -> written.put(Ports.VARIABLE, port));
        if (!written.isEmpty()) {
            boolean changed = written.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(Ports.VARIABLE)
                    && !text(entry.getValue()).equals(Dollars.inBraces(texts.getOrDefault(entry.getKey(), ""))));
            String why = changed ? "containers are localhost here, and ports those of this machine" : "";
            sketch = sketch.with("environment", new Mapping(place, written), why);
        }
    }

    private static String text(Entry entry) {
        return entry.value() instanceof Scalar text ? text.text() : "";
    }

    private Node variable(String name, Entry entry, Map<String, String> others, Span place) {
        if (!(entry.value() instanceof Scalar text) || text.isNull()) {
            return new Scalar(entry.key().span(), "", true);
        }
        String braced = Dollars.inBraces(text.text());
        return new Scalar(text.span(), hosts.variable(name, braced, others, place), false);
    }

    private void envFiles() {
        List<Node> files = new ArrayList<>();
        for (Node item : Values.items(service.body().value("env_file"))) {
            Optional<Scalar> path = switch (item) {
                case Scalar text -> Optional.of(text);
                case Mapping map -> Values.scalar(map, "path");
                case Sequence _ -> Optional.empty();
            };
            boolean required = !(item instanceof Mapping map) || Values.text(map, "required").filter("false"::equals).isEmpty();
            path.flatMap(text -> envFile(text, required)).ifPresentOrElse(
                    files::add, () -> leftovers.add(new Leftover(item.span(), "this env_file is not understood", "")));
        }
        if (!files.isEmpty()) {
            Span at = files.getFirst().span();
            sketch = sketch.with("env_file", new Sequence(at, files), "");
        }
    }

    private Optional<Node> envFile(Scalar written, boolean required) {
        return variables.resolve(written.text()).flatMap(this::resolved).map(path -> {
            Scalar here = new Scalar(written.span(), relative(path), false);
            return required && Files.exists(path) ? here : optional(here);
        });
    }

    private Optional<Path> resolved(String path) {
        try {
            return Optional.of(folder.resolve(path).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private String relative(Path path) {
        return path.startsWith(project) ? project.relativize(path).toString() : path.toString();
    }

    private static Mapping optional(Scalar path) {
        Span at = path.span();
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("path", Values.entry("path", path));
        entries.put("required", Values.entry("required", new Scalar(at, "false", true)));
        return new Mapping(at, entries);
    }

    private void health(Map<Integer, Integer> ports) {
        Node written = service.body().value("healthcheck");
        if (written != null) {
            new HealthReader(variables, leftovers).read(written, ports)
                    .ifPresent(check -> sketch = sketch.with("healthcheck", check, ""));
        }
    }

    /** Carries a value over that means the same here. */
    private void fitting(String key, Pattern pattern) {
        Node written = service.body().value(key);
        if (written == null || written.isNull()) {
            return;
        }
        String text = written instanceof Scalar scalar ? variables.resolve(scalar.text()).orElse("") : "";
        if (pattern.matcher(text).matches()) {
            sketch = sketch.with(key, text, written.span(), "");
        } else {
            leftovers.add(new Leftover(written.span(), "this '" + key + "' is not understood", ""));
        }
    }

    private void alias() {
        Values.scalar(service.body(), "container_name")
                .filter(name -> !name.text().equals(service.name()) && name.text().indexOf('$') < 0)
                .ifPresent(name -> sketch = sketch.with("aliases", List.of(name.text()), name.span(), ""));
    }

    private void leaveOut(String key, Span at) {
        switch (key) {
            case "build", "image", "command", "entrypoint", "working_dir", "environment", "env_file", "ports", "expose",
                    "healthcheck", "restart", "stop_signal", "stop_grace_period", "profiles", "container_name",
                    "depends_on", "links" -> {
                // These are carried over, or are about the container that there is none of.
            }
            default -> {
                if (!key.startsWith("x-")) {
                    leftovers.add(new Leftover(at, "'" + key + "' is left out", advice(key)));
                }
            }
        }
    }

    private static String advice(String key) {
        @Nullable String advice = ServiceKeys.KEYS.advice(key);
        return switch (key) {
            case "tty", "stdin_open" -> "its standard input is always open; 'tty: true' gives it a terminal";
            case "scale" -> "write 'scale: N' if its port is 'auto'";
            default -> advice == null ? "" : advice.replace(": remove it, and use", "; use").replace(": remove it", "");
        };
    }
}
