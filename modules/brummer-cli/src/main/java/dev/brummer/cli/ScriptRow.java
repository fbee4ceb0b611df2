package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.config.secret.Redaction;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A word that {@code brum up} and {@code brum run} understand, and what it stands for.
 *
 * @param kind {@code service}, {@code task} or {@code group}
 * @param runs the command of a service; of a group the names of its services
 * @param folder where it runs, relative to the project's folder; empty for that folder itself
 */
record ScriptRow(
        String name, Kind kind, Optional<String> stage, String runs, String folder, List<ServiceId> services) {
    /** What a word stands for. */
    enum Kind {
        SERVICE("service"),
        TASK("task"),
        GROUP("group");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Services first, then groups, each in the order of the file. */
    static List<ScriptRow> of(LoadResult.Loaded loaded) {
        List<ScriptRow> rows = new ArrayList<>();
        Project project = loaded.project();
        boolean found = loaded.choice().isFound();
        Redaction redaction = Redaction.of(project);
        project.services().values().forEach(service -> rows.add(service(service, project, found, redaction)));
        for (Map.Entry<String, List<ServiceId>> group : loaded.choice().groups().entrySet()) {
            String members = group.getValue().stream().map(ServiceId::name).collect(Collectors.joining(", "));
            rows.add(new ScriptRow(group.getKey(), Kind.GROUP, Optional.empty(), members, "", group.getValue()));
        }
        return rows;
    }

    private static ScriptRow service(ServiceSpec service, Project project, boolean found, Redaction redaction) {
        return new ScriptRow(
                name(service, found),
                service.isTask() ? Kind.TASK : Kind.SERVICE,
                service.stage().map(StageId::name),
                redaction.text(service.command().typed()),
                redaction.text(folder(project.folder(), service.workingDir())),
                List.of(service.id()));
    }

    /** What a service is called where it was found: its name, but for what a name cannot hold. */
    static String name(ServiceSpec service, boolean found) {
        return found && !service.aliases().isEmpty() ? service.aliases().getFirst() : service.id().name();
    }

    private static String folder(Path project, Path folder) {
        return folder.startsWith(project) ? project.relativize(folder).toString() : folder.toString();
    }
}
