package dev.brummer.discovery.compose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Compose file of a folder adds to what another file says: containers that nobody starts otherwise, and who
 * waits for whom, told by the folders that services are built from.
 */
public final class ComposeSupplement {
    private static final String WORKING_DIR = "working_dir";
    private static final String DEPENDS_ON = "depends_on";

    private final Sketch main;
    private final Sketch compose;
    private final List<ServiceSketch> services;
    private final List<Leftover> leftovers;

    private ComposeSupplement(Sketch main, Sketch compose) {
        this.main = main;
        this.compose = compose;
        this.services = new ArrayList<>(main.services());
        this.leftovers = new ArrayList<>(main.leftovers());
    }

    /** @return empty where there is no Compose file, or it adds nothing */
    public static Optional<Added> to(Sketch main, LoadRequest request, Faults faults) {
        return ComposeFile.find(request, faults).flatMap(file -> {
            Sketch added = new ComposeSupplement(main, new ComposeSketch(file, request).sketch()).sketch();
            return added.equals(main) ? Optional.empty() : Optional.of(new Added(added, file.source().name()));
        });
    }

    /**
     * A sketch with what was added.
     *
     * @param file the name of the Compose file
     */
    public record Added(Sketch sketch, String file) {}

    private Sketch sketch() {
        Set<String> started = new HashSet<>();
        boolean any = false;
        boolean all = false;
        for (ServiceSketch service : main.services()) {
            Optional<List<String>> containers = StartedContainers.of(service);
            any |= containers.isPresent();
            all |= containers.filter(List::isEmpty).isPresent();
            containers.ifPresent(started::addAll);
        }
        for (ServiceSketch service : compose.services()) {
            if (StartedContainers.of(service).isPresent() && !all && !started.contains(service.id().name())) {
                container(service, any);
            }
        }
        if (main.stages().isEmpty()) {
            Map<String, String> names = names();
            services.replaceAll(service -> waiting(service, names));
        }
        return main.with(services).leaving(leftovers);
    }

    /** A container that nobody starts: where the scripts start others, whether it is wanted is not for us to say. */
    private void container(ServiceSketch service, boolean others) {
        boolean taken = main.services().stream().anyMatch(own -> own.id().equals(service.id()));
        if (others || taken) {
            String what = "the container '" + service.id() + "' is started by nothing that was found";
            leftovers.add(new Leftover(service.at(), what, "add it to a 'docker compose up -d' if it is wanted"));
        } else {
            services.add(service.without(DEPENDS_ON));
        }
    }

    /** The services here by the names that the Compose file has for them. */
    private Map<String, String> names() {
        Map<String, String> folders = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (ServiceSketch service : services) {
            folder(service).ifPresent(folder -> folders.putIfAbsent(folder, service.id().name()));
            StartedContainers.of(service).ifPresent(all -> all.forEach(name -> names.put(name, service.id().name())));
        }
        for (ServiceSketch service : compose.services()) {
            folder(service).map(folders::get).ifPresent(here -> names.putIfAbsent(service.id().name(), here));
        }
        return names;
    }

    private static Optional<String> folder(ServiceSketch service) {
        return service.key(WORKING_DIR)
                .map(Said::value)
                .filter(Scalar.class::isInstance)
                .map(path -> ((Scalar) path).text().replaceAll("^\\./|/+$", ""))
                .filter(path -> !path.isEmpty());
    }

    private ServiceSketch waiting(ServiceSketch service, Map<String, String> names) {
        Optional<ServiceSketch> same = folder(service).flatMap(folder -> compose.services().stream()
                .filter(other -> folder(other).filter(folder::equals).isPresent())
                .findFirst());
        Optional<Span> at = same.flatMap(other -> other.key(DEPENDS_ON)).map(said -> said.value().span());
        if (same.isEmpty() || at.isEmpty() || service.key(DEPENDS_ON).isPresent() || service.key("type").isPresent()) {
            return service;
        }
        List<String> on = same.get().waitsFor().stream()
                .map(names::get)
                .filter(name -> name != null && !name.equals(service.id().name()))
                .distinct()
                .toList();
        return on.isEmpty() ? service : service.with(DEPENDS_ON, on, at.get(), "as in " + at.get().lineOnly());
    }
}
