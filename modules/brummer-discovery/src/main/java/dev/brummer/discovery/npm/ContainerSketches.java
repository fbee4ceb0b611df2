package dev.brummer.discovery.npm;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.text.Suggestion;
import dev.brummer.discovery.compose.ComposeFile;
import dev.brummer.discovery.compose.ContainerTimes;
import dev.brummer.discovery.compose.PortMapping;
import dev.brummer.discovery.script.ComposeUp;
import dev.brummer.discovery.script.Meaning.Containers;
import dev.brummer.discovery.script.Where;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tasks of scripts that start containers in the background. For one thread. */
final class ContainerSketches {
    private final LoadRequest request;
    private final Faults faults;
    private final Map<String, Optional<ComposeFile>> read = new HashMap<>();

    ContainerSketches(LoadRequest request, Faults faults) {
        this.request = request;
        this.faults = faults;
    }

    ServiceSketch of(ServiceId id, PackageScript script, Containers containers) {
        ComposeUp up = containers.up();
        Span at = script.text().span();
        ServiceSketch task = ServiceSketch.named(id, script.at())
                .with("type", "task", at, "it starts containers and returns")
                .running(up.text(), at, "")
                .stoppedBy(up.stop(), at, "stops what it has started");
        if (containers.where() instanceof Where.Folder(var path)) {
            task = task.with("working_dir", ServiceSketch.forShell(path), at, "");
        }
        List<PortMapping> ports = published(script, containers);
        if (!ports.isEmpty()) {
            List<Node> checks = ports.stream().<Node>map(PortMapping::check).toList();
            task = task.with("readiness", new Sequence(at, checks), "the ports that they publish");
        }
        return task.with("start_timeout", ContainerTimes.LONGEST_START, at, "images may have to be fetched")
                .with("stop_grace_period", ContainerTimes.LONGEST_STOP, at, "");
    }

    private List<PortMapping> published(PackageScript script, Containers containers) {
        Optional<ComposeFile> file = file(containers);
        if (file.isEmpty()) {
            faults.warning(
                    "no-compose-file",
                    "the script '" + script.name() + "' starts containers, and the file that says which is not found",
                    script.text().span(),
                    "nothing tells when they are ready");
            return List.of();
        }
        Set<String> known = Set.copyOf(file.get().names());
        for (String service : containers.up().services()) {
            if (!known.contains(service)) {
                faults.warning(
                        "unknown-container",
                        "the script '" + script.name() + "' starts '" + service + "', which is not in the Compose file",
                        script.text().span().of(service, 0),
                        Suggestion.hint(service, known));
            }
        }
        Set<String> seen = new HashSet<>();
        return file.get().published(containers.up().services()).stream()
                .filter(port -> seen.add(port.address()))
                .toList();
    }

    private Optional<ComposeFile> file(Containers containers) {
        Path folder = containers.where() instanceof Where.Folder(var path)
                ? request.folder().resolve(path).normalize()
                : request.folder();
        List<String> files = containers.up().files();
        LoadRequest there = new LoadRequest(
                folder, List.of(), List.of(), request.callerEnvironment(), request.overrides(), Set.of());
        return read.computeIfAbsent(folder + "\n" + files, _ -> files.isEmpty()
                ? ComposeFile.find(there, faults)
                : ComposeFile.read(there, files.stream().map(folder::resolve).toList(), faults));
    }
}
