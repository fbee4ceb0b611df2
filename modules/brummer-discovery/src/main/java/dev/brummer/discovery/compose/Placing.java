package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which services can run without a container: those whose folder and command are known and are here. */
final class Placing {
    private static final Pattern ABSOLUTE = Pattern.compile("(?:^|[\\s='\"])(/[A-Za-z0-9_][^\\s'\";|&<>()$]*)");
    private static final String INSTEAD = "here it is a task that has Compose run it";

    private final Path project;
    private final Path folder;
    private final Variables variables;

    /**
     * @param project what paths of the sketch are relative to
     * @param folder what paths of the file are relative to
     */
    Placing(Path project, Path folder, Variables variables) {
        this.project = project;
        this.folder = folder;
        this.variables = variables;
    }

    Placement of(ComposeService service) {
        Entry build = service.body().entry("build");
        Optional<String> mounted = Values.text(service.body(), "working_dir")
                .flatMap(variables::resolve)
                .flatMap(inside -> Mounts.of(service, variables).onThisMachine(inside));
        if (mounted.isPresent()) {
            return in(service, mounted.get(), "the container sees it as " + workingDir(service), at(service, build));
        }
        return build == null ? asImage(service) : built(service, build);
    }

    private static String workingDir(ComposeService service) {
        return Values.text(service.body(), "working_dir").orElse("");
    }

    private static Span at(ComposeService service, @Nullable Entry build) {
        Entry image = service.body().entry("image");
        return build != null ? build.key().span() : image != null ? image.key().span() : service.key().span();
    }

    private static Placement asImage(ComposeService service) {
        boolean image = service.body().entry("image") != null;
        String what = "'" + service.name() + "' " + (image ? "exists only as an image" : "is neither built nor an image");
        return new Placement.Container(new Leftover(at(service, null), what, INSTEAD));
    }

    private Placement built(ComposeService service, Entry build) {
        if (!(Merging.context(build.value()) instanceof Mapping map)) {
            return container(service, build.key().span(), "how it is built is not understood");
        }
        String context = Values.text(map, "context").flatMap(variables::resolve).orElse(".");
        if (context.contains("://") || context.startsWith("git@")) {
            return container(service, build.key().span(), "what it is built from is not here");
        }
        String dockerfile = Values.text(map, "dockerfile").flatMap(variables::resolve).orElse("");
        int slash = dockerfile.lastIndexOf('/');
        if (slash > 0 && !dockerfile.startsWith("/")) {
            String own = context + "/" + dockerfile.substring(0, slash);
            if (resolved(own).filter(FolderCommand::isProject).isPresent()) {
                return in(service, own, "the folder of its Dockerfile", build.key().span());
            }
        }
        return in(service, context, "what it is built from", build.key().span());
    }

    private Placement in(ComposeService service, String path, String why, Span at) {
        Optional<Path> there = resolved(path).filter(Files::isDirectory);
        return there.isEmpty()
                ? container(service, at, "there is no folder '" + path + "'")
                : in(service, there.get(), why, at);
    }

    private Optional<Path> resolved(String path) {
        try {
            // On Windows people write the other slash.
            return Optional.of(folder.resolve(path.startsWith(".\\") ? path.replace('\\', '/') : path).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private Placement in(ComposeService service, Path there, String why, Span at) {
        Optional<Said> command = CommandReader.of(service.body()).map(node -> new Said(node, ""));
        if (command.isEmpty()) {
            command = FolderCommand.of(there, dockerfile(service, there), at);
        }
        if (command.isEmpty()) {
            return container(service, at, "only its image says what it runs");
        }
        Optional<String> foreign = foreignPath(command.get().value());
        return foreign.isPresent()
                ? container(service, command.get().value().span(), "'" + foreign.get() + "' is in its image alone")
                : new Placement.Here(relative(there), why, command.get());
    }

    private Path dockerfile(ComposeService service, Path there) {
        Node build = service.body().value("build");
        Optional<String> named = build instanceof Mapping map ? Values.text(map, "dockerfile") : Optional.empty();
        String name = named.flatMap(variables::resolve).orElse("Dockerfile");
        return resolved(there + "/" + name.substring(name.lastIndexOf('/') + 1)).orElse(there);
    }

    private static Placement container(ComposeService service, Span at, String why) {
        return new Placement.Container(new Leftover(at, "'" + service.name() + "' needs its container: " + why, INSTEAD));
    }

    /** A path that a command names, and that this machine does not have. */
    private Optional<String> foreignPath(Node command) {
        for (String text : Values.texts(command)) {
            Matcher path = ABSOLUTE.matcher(text);
            while (path.find()) {
                if (resolved(path.group(1)).filter(Files::exists).isEmpty()) {
                    return Optional.of(path.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private String relative(Path there) {
        return project.equals(there) ? "" : project.relativize(there).toString();
    }
}
