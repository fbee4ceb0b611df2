package dev.brummer.discovery.evidence;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the variables are that say a port: by scripts, by the service's environment, by files. */
final class Variables {
    private static final String PORT = "PORT";

    private final ServiceSketch service;
    private final Launch launch;
    private final LoadRequest request;
    private final FolderFiles files;

    Variables(ServiceSketch service, Launch launch, LoadRequest request, FolderFiles files) {
        this.service = service;
        this.launch = launch;
        this.request = request;
        this.files = files;
    }

    /**
     * What a port comes to.
     *
     * @param doubt why it cannot be told, where something was seen; else empty
     */
    record Answer(OptionalInt port, Span at, String doubt) {}

    Answer answer(PortValue value) {
        if (value.variable().isEmpty()) {
            return new Answer(value.port(), value.at(), "");
        }
        Optional<Assigned> assigned = assigned(value.variable());
        if (assigned.isPresent()) {
            return assigned(value, assigned.get());
        }
        Optional<String> common = common(value.variable());
        if (common.isPresent()) {
            String goesBy = value.at().lineOnly() + " goes by " + value.variable();
            String doubt = goesBy + ", which " + common.get() + " sets for all";
            return new Answer(OptionalInt.empty(), value.at(), doubt);
        }
        return own(value).orElse(new Answer(value.port(), value.at(), ""));
    }

    /** What most programs go by, where somebody has set it for this one. */
    List<PortValue> byConvention() {
        return assigned(PORT).isPresent() ? List.of(PortValue.of(PORT, OptionalInt.empty(), launch.at())) : List.of();
    }

    private static Answer assigned(PortValue value, Assigned assigned) {
        OptionalInt port = PortValue.parse(assigned.value());
        String doubt = "what " + value.variable() + " is (" + assigned.at().lineOnly() + ") is known when it starts";
        return new Answer(port, assigned.at(), port.isPresent() ? "" : doubt);
    }

    /** By scripts, and by what is said of the service. */
    private Optional<Assigned> assigned(String variable) {
        return Optional.ofNullable(launch.variables().get(variable))
                .or(() -> service.key("environment").map(Said::value).flatMap(node -> environment(node, variable)))
                .or(() -> service.key("env_file").map(Said::value).flatMap(node -> envFiles(node, variable)));
    }

    private static Optional<Assigned> environment(Node node, String variable) {
        return switch (node) {
            case Mapping map -> map.value(variable) instanceof Scalar text
                    ? Optional.of(new Assigned(text.isNull() ? "?" : text.text(), text.span()))
                    : Optional.empty();
            case Sequence list -> list.items().stream()
                    .filter(item -> item instanceof Scalar text && text.text().startsWith(variable + "="))
                    .map(item -> new Assigned(((Scalar) item).text().substring(variable.length() + 1), item.span()))
                    .findFirst();
            case Scalar _ -> Optional.empty();
        };
    }

    private Optional<Assigned> envFiles(Node node, String variable) {
        List<Node> items = node instanceof Sequence list ? list.items() : List.of(node);
        Optional<Assigned> last = Optional.empty();
        for (Node item : items) {
            Node path = item instanceof Mapping map ? map.value("path") : item;
            if (path instanceof Scalar text) {
                Optional<Assigned> found = in(request.folder(), text.text(), variable);
                last = found.isPresent() ? found : last;
            }
        }
        return last;
    }

    private Optional<Assigned> in(Path folder, String name, String variable) {
        return FolderFiles.path(folder, name).flatMap(files::read).flatMap(file -> Assigned.in(file, variable));
    }

    /** Who sets a variable for every service alike. */
    private Optional<String> common(String variable) {
        if (request.callerEnvironment().containsKey(variable)) {
            return Optional.of("the environment");
        }
        return in(request.folder(), ".env", variable).map(assigned -> assigned.at().lineOnly());
    }

    /** By the {@code .env} of the service's own folder, which counts if it is read there. */
    private Optional<Answer> own(PortValue value) {
        if (launch.folder().equals(request.folder())) {
            return Optional.empty();
        }
        return in(launch.folder(), ".env", value.variable()).map(assigned -> {
            boolean same = PortValue.parse(assigned.value()).equals(value.port());
            boolean read = launch.readsDotEnv()
                    || PackageText.read(launch.folder(), files).filter(PackageText::readsDotEnv).isPresent();
            String doubt = same || read ? "" : "nothing says whether it reads " + assigned.at().lineOnly();
            return new Answer(PortValue.parse(assigned.value()), assigned.at(), doubt);
        });
    }
}
