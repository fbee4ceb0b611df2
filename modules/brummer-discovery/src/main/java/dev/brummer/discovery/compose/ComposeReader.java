package dev.brummer.discovery.compose;

import dev.brummer.config.DotEnv;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.ForeignYaml;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads files of one project: merges them, and follows {@code include} and {@code extends}. */
final class ComposeReader {
    private static final String SERVICES = "services";

    private final LoadRequest request;
    private final List<Path> files;
    private final Faults faults;
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Map<String, Said> keys = new LinkedHashMap<>();

    ComposeReader(LoadRequest request, List<Path> files, Faults faults) {
        this.request = request;
        this.files = files.stream().map(file -> request.folder().resolve(file).normalize()).toList();
        this.faults = faults;
    }

    Optional<ComposeFile> read() {
        List<Mapping> roots = new ArrayList<>();
        for (Path file : files) {
            Optional<Mapping> root = ForeignYaml.read(request, file, faults).filter(ComposeReader::isCompose);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            roots.add(root.get());
            root.get().entries().values().forEach(this::leftOver);
        }
        return roots.isEmpty() ? Optional.empty() : Optional.of(file(roots));
    }

    private static boolean isCompose(Mapping root) {
        return root.value(SERVICES) instanceof Mapping || root.entry(Including.INCLUDE) != null;
    }

    private ComposeFile file(List<Mapping> roots) {
        Path folder = folder(files.getFirst());
        Variables variables = new Variables(DotEnv.read(request, folder, faults));
        Including including =
                new Including(folder, variables, file -> ForeignYaml.read(request, file, faults), leftovers);
        Mapping merged = roots.stream()
                .map(root -> including.with(root, Values.map(root, SERVICES)))
                .reduce(Merging::services)
                .orElseThrow();
        Extending extending = new Extending(merged, folder, variables, file -> services(file), leftovers);
        Map<String, ComposeService> services = new LinkedHashMap<>();
        for (Entry entry : merged.entries().values()) {
            if (entry.value() instanceof Mapping) {
                services.put(entry.key().text(), service(entry, extending, variables));
            } else {
                leftovers.add(new Leftover(entry.key().span(), "this is not understood as a service", ""));
            }
        }
        return new ComposeFile(files, merged.span().file(), services, leftovers, variables, keys);
    }

    private ComposeService service(Entry entry, Extending extending, Variables variables) {
        Mapping whole = extending.whole(entry.key().text());
        PortReader ports = new PortReader(variables);
        ports.read(whole.value("ports"));
        leftovers.addAll(ports.leftovers());
        ComposeService service = new ComposeService(entry.key(), whole, ports.found());
        return new ComposeService(
                entry.key(),
                whole,
                ports.found().stream().map(port -> port.asked(KnownImage.check(service, port))).toList());
    }

    /** The services of a file, or null where it is no Compose file. */
    private @Nullable Mapping services(Path file) {
        return ForeignYaml.read(request, file, faults)
                .map(root -> root.value(SERVICES) instanceof Mapping services ? services : null)
                .orElse(null);
    }

    private void leftOver(Entry entry) {
        switch (entry.key().text()) {
            case "name" -> Optional.of(entry.value()).filter(Scalar.class::isInstance).map(Scalar.class::cast)
                    .filter(name -> !name.text().isBlank() && name.text().indexOf('$') < 0)
                    .ifPresent(name -> keys.put("name", new Said(name, "")));
            case "volumes", "networks", "configs", "secrets" -> leftovers.add(new Leftover(
                    entry.key().span(), "'" + entry.key().text() + "' are of containers alone", ""));
            default -> {
                // The rest says nothing of what is to be run.
            }
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
