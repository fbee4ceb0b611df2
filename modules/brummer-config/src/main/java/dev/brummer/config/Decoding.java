package dev.brummer.config;

import dev.brummer.config.keys.LogKeys;
import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.LogSettings;
import dev.brummer.core.model.PluginSettings;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.core.model.TestSpec;
import dev.brummer.core.model.VariableOrigins;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes what the files say together into the model. */
final class Decoding {
    // These are read service by service, or were read file by file.
    private static final List<String> ELSEWHERE =
            List.of(TopKeys.SERVICES.name(), TopKeys.DEFAULTS.name(), TopKeys.PROFILES.name());

    // Far above any project, and far below what would fill the memory.
    private static final int MOST_EXPANDED = 1_000_000;

    private final LoadRequest request;
    private final Faults faults;
    private final Set<String> profiles;
    private final Inherited inherited;
    private final Function<List<Path>, KnownPlugins> plugins;
    private final EnvFiles envFiles;
    private final Reading reading;
    private final Reading checking;
    private final Map<String, Mapping> merged = new LinkedHashMap<>();

    Decoding(
            LoadRequest request,
            EnvFiles envFiles,
            Faults faults,
            Set<String> profiles,
            Inherited inherited,
            Function<List<Path>, KnownPlugins> plugins) {
        this.request = request;
        this.faults = faults;
        this.profiles = profiles;
        this.inherited = inherited;
        this.plugins = plugins;
        this.envFiles = envFiles;
        LoadScope scope = new LoadScope(inherited.variables(), request.overrides());
        this.reading = new Reading(faults, scope, false);
        this.checking = new Reading(faults, scope, true);
    }

    LoadResult decode(Mapping root, Mapping services) {
        Section top = TopKeys.TOP.read(root.without(ELSEWHERE), new Place("", "", root.span()), reading);
        if (top == null) {
            return new LoadResult.Faulty(faults.sorted());
        }
        List<Path> paths = pluginPaths(top.get(TopKeys.PLUGINS));
        KnownPlugins known = plugins.apply(paths);
        known.diagnostics().forEach(faults::add);
        PluginConfig settings = new PluginConfig(known);
        Map<String, PluginUse> config = settings.read(top.get(TopKeys.PLUGINS), reading);
        Set<String> disabled = settings.disabled(top.get(TopKeys.PLUGINS), reading);
        Map<String, Located<EnvironmentValue>> common = common(top);
        PluginUses checks = new PluginUses("check", known.checksById(), known.broken(), config);
        Map<String, Draft> drafts = drafts(root, services, common.size(), new DraftReader(common, envFiles, checks));
        TemplateCheck templates = new TemplateCheck(inherited.variables(), request.overrides(), drafts, faults);
        List<PluginUse> sinks = sinks(top, known, config, templates);
        PluginUses posts = new PluginUses("sink", known.sinksById(), known.broken(), config);
        List<AlertRule> alerts =
                new AlertReader(posts, drafts, templates, reading).read(top.get(TopKeys.ALERTS, List.of()));
        StageReader stages = new StageReader(top.get(TopKeys.STAGES, Map.of()));
        Map<StageId, Set<StageId>> stageMap = stages.read(faults);
        Map<ServiceId, ServiceSpec> specs = specs(drafts, stages, templates);
        Map<String, TestSpec> tests = tests(top, drafts, stages.names(), templates);
        if (faults.hasErrors()) {
            return new LoadResult.Faulty(faults.sorted());
        }
        Origins origins = origins(root, drafts);
        Project project = new Project(
                top.get(TopKeys.NAME, folderName()),
                request.folder(),
                profiles,
                stageMap,
                specs,
                inherited.variables(),
                request.overrides(),
                sinks,
                new PluginSettings(paths, config, disabled),
                SpecBuilder.values(top.get(TopKeys.REQUIRES, Map.of())),
                logs(top.get(TopKeys.LOGS)),
                alerts,
                tests,
                new VariableOrigins(origins),
                Map.of());
        return new LoadResult.Loaded(project, Choice.ALL, faults.sorted(), origins);
    }

    private Map<String, TestSpec> tests(
            Section top, Map<String, Draft> drafts, Set<String> stages, TemplateCheck templates) {
        Map<String, Located<Section>> written = top.get(TopKeys.TESTS, Map.of());
        // Most projects are loaded to be started, and many have none: nothing of it is loaded for those.
        return written.isEmpty()
                ? Map.of()
                : new TestReader(request.folder(), envFiles, drafts, stages, templates, faults).read(written);
    }

    private static LogSettings logs(@Nullable Section section) {
        if (section == null) {
            return LogSettings.DEFAULT;
        }
        Section retain = section.get(LogKeys.RETAIN);
        return new LogSettings(
                retained(retain, LogKeys.SIZE, LogSettings.DEFAULT.retainBytes()),
                retained(retain, LogKeys.STARTS, LogSettings.DEFAULT.retainStarts()),
                SpecBuilder.values(section.get(LogKeys.IDS, List.of())));
    }

    private static <T> T retained(@Nullable Section retain, Key<T> key, T fallback) {
        return retain == null ? fallback : retain.get(key, fallback);
    }

    private Map<String, Draft> drafts(Mapping root, Mapping services, int common, DraftReader reader) {
        Node defaults = root.value(TopKeys.DEFAULTS.name());
        Map<String, Draft> drafts = new LinkedHashMap<>();
        long inEach = size(defaults) + common;
        long expanded = 0;
        for (Entry service : services.entries().values()) {
            String name = service.key().text();
            if (!ServiceId.isValid(name)) {
                // The shape of 'services' says so; here it only must not go on.
                TopKeys.SERVICES
                        .shape()
                        .read(only(services, service), new Place("", "services", services.span()), checking);
                continue;
            }
            expanded += inEach;
            if (expanded > MOST_EXPANDED) {
                String message = "'defaults' and 'environment' make these services too large together";
                faults.error("too-large", message, service.key().span(), "more than " + MOST_EXPANDED + " values");
                return drafts;
            }
            Entry whole = defaults instanceof Mapping below ? service.with(over(below, service.value())) : service;
            boolean active = isActive(name, whole.value());
            Draft draft = reader.read(whole, active, active ? reading : checking);
            if (draft != null) {
                drafts.put(name, draft);
                merged.put(name, draft.section().node());
            }
        }
        return drafts;
    }

    private static int size(@Nullable Node node) {
        int size = 1;
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                size += size(entry.value());
            }
        } else if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                size += size(item);
            }
        }
        return size;
    }

    private static Mapping only(Mapping services, Entry service) {
        return new Mapping(services.span(), Map.of(service.key().text(), service));
    }

    private static Node over(Mapping defaults, Node service) {
        return service.isNull() ? service : TopKeys.SERVICE.merge(defaults, service);
    }

    private boolean isActive(String name, Node service) {
        List<String> own = RawNames.of(service, "profiles");
        if (own.isEmpty() || isNamed(name, service)) {
            return true;
        }
        for (String profile : own) {
            if (profiles.contains(profile)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(String name, Node service) {
        Set<String> named = request.named();
        return named.contains(name) || !Collections.disjoint(named, RawNames.of(service, "aliases"));
    }

    private Map<String, Located<EnvironmentValue>> common(Section top) {
        Map<String, Located<EnvironmentValue>> common = new LinkedHashMap<>();
        envFiles.add(top.get(TopKeys.ENV_FILE, List.of()), common);
        common.putAll(top.get(TopKeys.ENVIRONMENT, Map.of()));
        return common;
    }

    private List<Path> pluginPaths(@Nullable Section plugins) {
        List<Path> paths = new ArrayList<>();
        for (Located<String> written :
                plugins == null ? List.<Located<String>>of() : plugins.get(PluginKeys.PATHS, List.of())) {
            Path path = envFiles.path(written.value(), written.span());
            if (path == null) {
                continue;
            }
            paths.add(path);
            if (!Files.isDirectory(path)) {
                String message = "there is no folder '" + written.value() + "' with plugins";
                faults.warning("missing-plugins", message, written.span(), "make it, or remove this path");
            }
        }
        return paths;
    }

    private List<PluginUse> sinks(
            Section top, KnownPlugins known, Map<String, PluginUse> config, TemplateCheck templates) {
        PluginUses uses = new PluginUses("sink", known.sinksById(), known.broken(), config);
        SinkReader reader = new SinkReader(uses, config.get(SinkReader.CONSOLE));
        List<Located<PluginUse>> sinks = reader.read(top.get(TopKeys.SINKS, List.of()), reading);
        for (Located<PluginUse> sink : sinks) {
            templates.sink(sink.value(), sink.span());
        }
        return SpecBuilder.values(sinks);
    }

    private Map<ServiceId, ServiceSpec> specs(Map<String, Draft> drafts, StageReader stages, TemplateCheck templates) {
        SpecBuilder builder = new SpecBuilder(request.folder(), envFiles, faults);
        Map<String, List<Located<Dependency>>> edges = new Agreement(drafts, stages, faults).check();
        Map<ServiceId, ServiceSpec> specs = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            if (draft.active()) {
                templates.service(draft);
            }
            // Also what is left out must be whole, for the day its profile is active.
            ServiceSpec spec = builder.build(draft, edges.getOrDefault(draft.name(), List.of()));
            if (spec != null && draft.active()) {
                specs.put(spec.id(), spec);
            }
        }
        return specs;
    }

    private Origins origins(Mapping root, Map<String, Draft> drafts) {
        Map<String, Map<String, Located<EnvironmentValue>>> environments = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            environments.put(draft.name(), draft.environment());
        }
        return new Origins(root, merged, environments, inherited, envFiles);
    }

    private String folderName() {
        Path name = request.folder().getFileName();
        return name == null ? "project" : name.toString();
    }
}
