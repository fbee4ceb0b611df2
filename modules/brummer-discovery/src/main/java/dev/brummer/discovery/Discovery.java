package dev.brummer.discovery;

import dev.brummer.config.FoundProject;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.ProjectFinder;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.discovery.compose.ComposeSource;
import dev.brummer.discovery.compose.ComposeSupplement;
import dev.brummer.discovery.engine.ContainerNeeds;
import dev.brummer.discovery.evidence.Evidence;
import dev.brummer.discovery.gradle.GradleSource;
import dev.brummer.discovery.maven.MavenSource;
import dev.brummer.discovery.npm.PackageSource;
import dev.brummer.discovery.processcompose.ProcessComposeSource;
import dev.brummer.discovery.procfile.ProcfileSource;
import dev.brummer.discovery.sketch.Agreement;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a folder without a {@code brummer.yaml} runs. Immutable, and safe for several threads. */
public final class Discovery implements ProjectFinder {
    private static final int FEW = 2;

    @Override
    public Optional<FoundProject> find(LoadRequest request, Faults faults) {
        Optional<Sketch> sketch = sketch(request, faults);
        if (sketch.isPresent() && ComposeSource.isOfContainersAlone(sketch.get())) {
            String file = sketch.get().source().name();
            faults.add(Diagnostic.error(
                    "only-containers",
                    file + " holds nothing but containers, which 'docker compose up' runs",
                    "'brum init' writes a brummer.yaml in which each is a task, beside programs of yours"));
            return Optional.empty();
        }
        sketch.ifPresent(found -> count(found, faults));
        return sketch.map(new ContainerNeeds(request.callerEnvironment())::here).map(Sketch::found);
    }

    /** Whether a folder is a project by itself, be there something wrong with it. */
    public static boolean knows(LoadRequest request) {
        Faults faults = new Faults();
        return new Discovery().find(request, faults).isPresent()
                || (faults.hasErrors() && Files.exists(request.folder().resolve(PackageSource.FILE)));
    }

    /** A {@code brummer.yaml} for the folder of a request; empty where nothing is found in it. */
    public Optional<Proposal> propose(LoadRequest request, Faults faults) {
        return sketch(request, faults).map(sketch -> {
            say(sketch, faults);
            Optional<ComposeSupplement.Added> added = ComposeSupplement.to(sketch, request, faults);
            added.ifPresent(more -> say(more.sketch(), faults));
            List<String> files = Stream.concat(
                            Stream.of(sketch.source().name()), added.map(ComposeSupplement.Added::file).stream())
                    .distinct()
                    .toList();
            return Proposal.of(added.map(ComposeSupplement.Added::sketch).orElse(sketch), files, request.folder());
        });
    }

    /**
     * A {@code brummer.yaml} made from one file.
     *
     * @param file relative to the folder of the request
     * @return empty where it cannot be read, or nothing is known of its kind, which {@code faults} then says
     */
    public Optional<Proposal> propose(LoadRequest request, Path file, Faults faults) {
        Optional<Source> source = NamedFile.source(request, file, faults);
        Optional<Sketch> sketch = source.flatMap(known -> read(known, request, faults));
        sketch.ifPresent(found -> say(found, faults));
        if (sketch.isEmpty() && faults.sorted().isEmpty()) {
            faults.add(Diagnostic.error(
                    "nothing-found",
                    file + " says nothing that could be run",
                    "'brum init' without --from goes by all that is here"));
        }
        return sketch.map(found -> Proposal.of(found, List.of(found.source().name()), request.folder()));
    }

    private static Optional<Sketch> sketch(LoadRequest request, Faults faults) {
        for (Source source : sources()) {
            Optional<Sketch> sketch = read(source, request, faults);
            if (sketch.isPresent()) {
                return sketch;
            }
        }
        return Optional.empty();
    }

    /** What a source says, and what the files of its services say beside. */
    private static Optional<Sketch> read(Source source, LoadRequest request, Faults faults) {
        return source.read(request, faults).map(sketch -> Agreement.of(Evidence.of(sketch, request, faults)));
    }

    /** Says a few, and that there are more where there are many: whoever starts something has seen it all before. */
    private static void count(Sketch sketch, Faults faults) {
        int left = sketch.leftovers().size();
        if (left <= FEW) {
            say(sketch, faults);
        } else {
            faults.add(new Diagnostic(
                    Severity.NOTE,
                    "left-out",
                    left + " things in " + sketch.source().name() + " are left out; 'brum init --dry-run' tells what and why",
                    List.of(),
                    List.of()));
        }
    }

    private static void say(Sketch sketch, Faults faults) {
        for (Leftover leftover : sketch.leftovers()) {
            faults.warning("left-out", leftover.what(), leftover.at(), leftover.instead());
        }
    }

    /** In the order in which they are asked: the first one that has something to say is believed. */
    private static List<Source> sources() {
        return List.of(
                new PackageSource(),
                new ProcfileSource(),
                new ProcessComposeSource(),
                new ComposeSource(),
                new MavenSource(),
                new GradleSource());
    }
}
