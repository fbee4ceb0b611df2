package dev.brummer.config.view;

import dev.brummer.core.model.LogSettings;
import dev.brummer.core.model.PluginSettings;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.spi.host.SizeText;
import dev.brummer.core.model.StageId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A project as nested maps and lists, in the long form of {@code brummer.yaml}: loaded again it is the same one. */
final class ModelTree {
    private ModelTree() {}

    /** @param nodeEnv what a profile declares as {@code node_env} */
    static Map<String, Object> of(Project project, Function<String, Optional<String>> nodeEnv) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", project.name().replace("$", "$$"));
        if (!project.stages().isEmpty()) {
            tree.put("stages", stages(project.stages()));
        }
        if (!project.activeProfiles().isEmpty()) {
            tree.put("default_profile", List.copyOf(project.activeProfiles()));
            tree.put("profiles", profiles(project.activeProfiles(), nodeEnv));
        }
        if (!project.plugins().equals(PluginSettings.NONE)) {
            tree.put("plugins", plugins(project));
        }
        tree.put("sinks", sinks(project));
        if (!project.requires().isEmpty()) {
            tree.put("requires", ServiceTree.requires(project.requires()));
        }
        if (!project.logs().equals(LogSettings.DEFAULT)) {
            tree.put("logs", logs(project.logs()));
        }
        if (!project.alerts().isEmpty()) {
            tree.put("alerts", project.alerts().stream().<Object>map(AlertTree::of).toList());
        }
        Map<String, Object> services = new LinkedHashMap<>();
        project.services().forEach((id, spec) -> services.put(id.name(), ServiceTree.of(spec, project.folder())));
        tree.put("services", services);
        if (!project.tests().isEmpty()) {
            Map<String, Object> tests = new LinkedHashMap<>();
            project.tests().forEach((name, test) -> tests.put(name, TestTree.of(test, project.folder())));
            tree.put("tests", tests);
        }
        return tree;
    }

    private static Map<String, Object> stages(Map<StageId, Set<StageId>> stages) {
        Map<String, Object> tree = new LinkedHashMap<>();
        stages.forEach((stage, after) -> {
            List<Object> names = new ArrayList<>();
            after.forEach(earlier -> names.add(earlier.name()));
            tree.put(stage.name(), names.isEmpty() ? Map.of() : Map.of("after", names));
        });
        return tree;
    }

    private static Map<String, Object> profiles(Set<String> active, Function<String, Optional<String>> nodeEnv) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String profile : active) {
            tree.put(
                    profile,
                    nodeEnv.apply(profile)
                            .<Map<String, Object>>map(it -> Map.of("node_env", it))
                            .orElse(Map.of()));
        }
        return tree;
    }

    private static Map<String, Object> plugins(Project project) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> paths = new ArrayList<>();
        project.plugins().paths().forEach(path -> paths.add(path(project.folder(), path)));
        if (!paths.isEmpty()) {
            tree.put("paths", paths);
        }
        Map<String, Object> config = new LinkedHashMap<>();
        project.plugins().config().values().stream()
                .sorted(Comparator.comparing(PluginUse::kind))
                .forEach(use -> config.putAll(ServiceTree.use(use)));
        if (!config.isEmpty()) {
            tree.put("config", config);
        }
        if (!project.plugins().disabled().isEmpty()) {
            tree.put("disabled", project.plugins().disabled().stream().sorted().toList());
        }
        return tree;
    }

    private static Map<String, Object> logs(LogSettings logs) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, Object> retain = new LinkedHashMap<>();
        retain.put("size", SizeText.of(logs.retainBytes()));
        retain.put("starts", logs.retainStarts());
        tree.put("retain", retain);
        List<Object> ids = new ArrayList<>();
        logs.ids().forEach(id -> ids.add(id.replace("$", "$$")));
        if (!ids.isEmpty()) {
            tree.put("ids", ids);
        }
        return tree;
    }

    private static List<Object> sinks(Project project) {
        List<Object> sinks = new ArrayList<>();
        boolean console = project.sinks().stream().anyMatch(sink -> sink.kind().equals("console"));
        if (!console) {
            sinks.add(Map.of("console", "off"));
        }
        project.sinks().forEach(sink -> sinks.add(ServiceTree.use(sink)));
        return sinks;
    }

    static String path(Path folder, Path path) {
        if (!path.startsWith(folder)) {
            return path.toString().replace("$", "$$");
        }
        String relative = folder.relativize(path).toString();
        return relative.isEmpty() ? "." : relative.replace("$", "$$");
    }
}
