package dev.brummer.discovery.maven;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code pom.xml} with its modules: each that has a plugin which runs it is a service. */
public final class MavenSource implements Source {
    private static final String POM = "pom.xml";
    private static final int MOST = 300;
    private static final int DEEPEST = 20;

    @Override
    public String file() {
        return POM;
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        if (!Files.isRegularFile(request.folder().resolve(POM))) {
            return Optional.empty();
        }
        Reading reading = new Reading(request, faults);
        reading.add(request.folder(), "", Optional.empty());
        return reading.sketch();
    }

    /** One project that is read. */
    private static final class Reading {
        private final LoadRequest request;
        private final Faults faults;
        private final List<Pom> poms = new ArrayList<>();
        private final List<Leftover> leftovers = new ArrayList<>();
        private final Set<Path> seen = new LinkedHashSet<>();
        private final Map<Path, Optional<Pom>> others = new HashMap<>();

        Reading(LoadRequest request, Faults faults) {
            this.request = request;
            this.faults = faults;
        }

        /** @param named where the module is named; empty for the root */
        void add(Path file, String path, Optional<Xml> named) {
            Path pom = Files.isDirectory(file) ? file.resolve(POM) : file;
            Path folder = pom.getParent();
            if (folder == null || seen.size() >= MOST || !seen.add(pom)) {
                return;
            }
            Optional<Xml> root = read(pom, path.isEmpty() ? POM : path + "/" + POM);
            if (root.isEmpty()) {
                named.ifPresent(module -> leftovers.add(new Leftover(
                        module.at(), "the module '" + module.text() + "' cannot be read", "")));
                return;
            }
            Pom read = new Pom(folder, path, root.get());
            poms.add(read);
            read.modules().forEach(module -> module(read, module));
        }

        private Optional<Xml> read(Path pom, String name) {
            Faults own = new Faults();
            SourceFile source = Files.isRegularFile(pom) ? TextFile.read(pom, name, own) : null;
            Optional<Xml> root = source == null ? Optional.empty() : Xml.read(source, own);
            faults.addSoftened(own);
            return root;
        }

        /** What a pom inherits from inside the project's folder, the nearest first. */
        private List<Pom> parents(Pom pom) {
            List<Pom> parents = new ArrayList<>();
            Optional<Pom> next = parent(pom);
            while (next.isPresent() && parents.size() < DEEPEST) {
                parents.add(next.get());
                next = parent(next.get());
            }
            return parents;
        }

        private Optional<Pom> parent(Pom pom) {
            return pom.parent()
                    .filter(path -> path.startsWith(request.folder()))
                    .flatMap(this::known)
                    .filter(parent -> parent.artifact().equals(pom.parentArtifact()));
        }

        /** One that is a module, or that only others inherit from. */
        private Optional<Pom> known(Path file) {
            Path folder = file.getParent();
            if (folder == null) {
                return Optional.empty();
            }
            Optional<Pom> module = poms.stream().filter(pom -> pom.folder().equals(folder)).findFirst();
            return module.or(() -> others.computeIfAbsent(file, unread -> {
                String name = request.folder().relativize(unread).toString();
                return read(unread, name).map(root -> new Pom(folder, "", root));
            }));
        }

        private void module(Pom parent, Xml module) {
            String path = parent.path().isEmpty() ? module.text() : parent.path() + "/" + module.text();
            try {
                add(parent.folder().resolve(module.text()).normalize(), path, Optional.of(module));
            } catch (InvalidPathException none) {
                leftovers.add(new Leftover(module.at(), "the module '" + module.text() + "' is no path", ""));
            }
        }

        /** Empty where nothing runs. */
        Optional<Sketch> sketch() {
            Map<String, ServiceSketch> services = new LinkedHashMap<>();
            Set<String> artifacts = new LinkedHashSet<>();
            poms.forEach(pom -> artifacts.add(pom.artifact()));
            for (Pom pom : poms) {
                Optional<Pom.Run> run = pom.isAggregator() ? Optional.empty() : pom.run(parents(pom));
                run.flatMap(how -> service(pom, how, artifacts)).ifPresent(service -> {
                    if (services.putIfAbsent(service.id().name(), service) != null) {
                        String what = "another module is called '" + service.id() + "' too";
                        leftovers.add(new Leftover(service.at(), what, ""));
                    }
                });
            }
            return services.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Sketch.of(poms.getFirst().root().at().file(), List.copyOf(services.values()))
                            .leaving(leftovers));
        }

        private Optional<ServiceSketch> service(Pom pom, Pom.Run run, Set<String> artifacts) {
            String name = pom.path().isEmpty() ? pom.artifact() : pom.path().replaceAll("^.*/", "");
            if (!ServiceId.isValid(name)) {
                leftovers.add(new Leftover(run.at(), "'" + name + "' cannot name a service here", ""));
                return Optional.empty();
            }
            boolean wrapper = Files.isRegularFile(request.folder().resolve("mvnw"));
            String module = pom.path().isEmpty() ? "" : "-pl " + pom.path() + " ";
            String command = (wrapper ? "./mvnw " : "mvn ") + module + run.runner().goal();
            ServiceSketch service = ServiceSketch.named(new ServiceId(name), run.at())
                    .running(command, run.at(), "");
            boolean needsOthers =
                    pom.dependsOn(artifact -> artifacts.contains(artifact) && !artifact.equals(pom.artifact()));
            String install = (wrapper ? "./mvnw" : "mvn") + " -DskipTests install";
            return Optional.of(needsOthers
                    ? service.noting("It needs other modules: '" + install + "' puts them where Maven finds them.")
                    : service);
        }
    }
}
