package dev.brummer.config;

import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.text.Suggestion;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One load: files, profiles, environment, then what they say together. */
final class Load {
    private final LoadRequest request;
    private final Function<List<Path>, KnownPlugins> plugins;
    private final Faults faults = new Faults();
    private final ConfigFiles files;
    private final Layers layers = new Layers();
    private final ProjectFinder finder;
    private boolean broken;
    private @Nullable FoundProject found;

    Load(LoadRequest request, Function<List<Path>, KnownPlugins> plugins, ProjectFinder finder) {
        this.request = request;
        this.plugins = plugins;
        this.finder = finder;
        this.files = new ConfigFiles(request, faults);
    }

    LoadResult run() {
        List<Path> main = files.main();
        main.forEach(this::add);
        if (main.isEmpty()) {
            find();
        }
        Optional<Path> local = files.local();
        // The person's own file comes last, but may declare profiles too.
        ConfigFile own = local.map(this::parse).orElse(null);
        Set<String> profiles = profiles(own);
        for (String profile : profiles) {
            files.ofProfile(profile).ifPresent(this::add);
        }
        if (own != null) {
            layers.add(own);
        }
        if (broken || layers.files().isEmpty()) {
            checkEach();
            return new LoadResult.Faulty(faults.sorted());
        }
        return decode(profiles);
    }

    /** Goes by what is found in a folder without a main file. */
    private void find() {
        Optional<FoundProject> project = Files.isDirectory(request.folder()) ? finder.find(request, faults) : Optional.empty();
        if (project.isEmpty()) {
            if (!faults.hasErrors()) {
                files.missing();
            }
            return;
        }
        found = project.get();
        ConfigFile file = ConfigFile.of(found.source(), found.root(), faults);
        broken |= file == null;
        if (file != null) {
            layers.add(file);
        }
    }

    private void add(Path path) {
        ConfigFile file = parse(path);
        if (file != null) {
            layers.add(file);
        }
    }

    private @Nullable ConfigFile parse(Path path) {
        SourceFile source = files.read(path);
        ConfigFile file = source == null ? null : ConfigFile.parse(source, faults);
        broken |= file == null;
        return file;
    }

    private Set<String> profiles(@Nullable ConfigFile own) {
        Set<String> known = new LinkedHashSet<>();
        List<ConfigFile> declaring = new ArrayList<>(layers.files());
        if (own != null) {
            declaring.add(own);
        }
        declaring.forEach(file -> file.addProfiles(known));
        List<String> byDefault = Layers.defaultProfiles(declaring);
        if (broken) {
            return Set.of();
        }
        checkDefault(declaring, known);
        return new ProfileChoice(known, name -> files.ofProfile(name).isPresent(), faults).choose(request, byDefault);
    }

    private void checkDefault(List<ConfigFile> declaring, Set<String> known) {
        for (ConfigFile file : declaring) {
            if (!(file.root().value(TopKeys.DEFAULT_PROFILE.name()) instanceof Sequence list)) {
                continue;
            }
            for (Node item : list.items()) {
                if (item instanceof Scalar name
                        && !known.contains(name.text())
                        && ServiceId.isValid(name.text())
                        && files.ofProfile(name.text()).isEmpty()) {
                    String message = "default_profile names '" + name.text() + "', which does not exist";
                    faults.error("unknown-profile", message, name.span(), Suggestion.hint(name.text(), known));
                }
            }
        }
    }

    /** Looks at each file by itself, whatever is active, so that no fault waits for its profile. */
    private void checkEach() {
        Reading checking = new Reading(faults, new LoadScope(Map.of(), Map.of()), true);
        // The services of a single file are read once, as what they are.
        List<String> later = !broken && layers.isSingle() ? List.of(TopKeys.SERVICES.name()) : List.of();
        for (ConfigFile file : layers.files()) {
            TopKeys.TOP.read(
                    file.root().without(later), new Place("", "", file.root().span()), checking);
        }
    }

    private LoadResult decode(Set<String> profiles) {
        checkEach();
        Inherited inherited = Inherited.read(request, profiles, layers.nodeEnv(profiles), files, faults);
        Mapping merged = layers.merge(profiles);
        if (!(merged.value(TopKeys.SERVICES.name()) instanceof Mapping services)
                || services.entries().isEmpty()) {
            noServices(merged);
            return new LoadResult.Faulty(faults.sorted());
        }
        EnvFiles envFiles = new EnvFiles(request.folder(), files, faults);
        LoadResult result =
                new Decoding(request, envFiles, faults, profiles, inherited, plugins).decode(merged, services);
        if (result.said().isEmpty()) {
            return chosen(result);
        }
        FaultWording wording =
                new FaultWording(request, inherited, envFiles, services.entries().keySet());
        return chosen(result.saying(wording.of(result.said())));
    }

    private LoadResult chosen(LoadResult result) {
        return found != null && result instanceof LoadResult.Loaded loaded ? loaded.choosing(found.choice()) : result;
    }

    private void noServices(Mapping merged) {
        SourceFile main = layers.files().getFirst().source();
        Mapping.Entry key = merged.entry(TopKeys.SERVICES.name());
        Span at = key == null ? main.span(0, 0) : key.key().span();
        if (key != null && !key.value().isNull() && !(key.value() instanceof Mapping)) {
            Place place = new Place("", TopKeys.SERVICES.name(), at);
            TopKeys.SERVICES
                    .shape()
                    .read(key.value(), place, new Reading(faults, new LoadScope(Map.of(), Map.of()), true));
        } else {
            String hint = "such as 'services: {web: {command: npm start}}'";
            faults.add(Diagnostic.error("no-services", main.name() + " declares no services", at, hint));
        }
    }
}
