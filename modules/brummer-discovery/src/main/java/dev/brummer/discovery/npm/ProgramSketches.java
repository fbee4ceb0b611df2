package dev.brummer.discovery.npm;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.text.Suggestion;
import dev.brummer.discovery.script.Meaning.Program;
import dev.brummer.discovery.script.Programs;
import dev.brummer.discovery.script.ScriptText;
import dev.brummer.discovery.script.Where;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes services of scripts that run programs. For one thread. */
final class ProgramSketches {
    // Tests and builds take their time, and whoever waits for one wants it to end.
    private static final String LONGEST_TASK = "1h";

    private static final Pattern SET = Pattern.compile("^set ([A-Za-z_][A-Za-z0-9_]*)=\\w*");

    private final PackageFile root;
    private final PackageTool manager;
    private final PackageFolders folders;
    private final Workspaces workspaces;
    private final ScriptText scripts;
    private final Faults faults;

    ProgramSketches(
            PackageFile root, PackageTool manager, PackageFolders folders, Workspaces workspaces, Faults faults) {
        this.root = root;
        this.manager = manager;
        this.folders = folders;
        this.workspaces = workspaces;
        this.scripts = folders.scripts(root);
        this.faults = faults;
    }

    /**
     * A service that is a script.
     *
     * @param ends why it is taken to end by itself; empty where it is not
     */
    ServiceSketch script(ServiceId id, PackageScript script, Program program, Optional<String> ends) {
        ServiceSketch service = of(id, script, program, ends);
        boolean here = program.where() instanceof Where.Here;
        if (here && root.strict() && PackageTool.hidesPackages(root.folder())) {
            return service.running(manager.run(script.name()), script.text().span(), "only " + manager.name().toLowerCase()
                    + " knows where its packages are");
        }
        if (here && manager.hasHooks(root.folder())) {
            return service.running(scripts.around(script.name(), program.text()), script.text().span(), "");
        }
        return service;
    }

    /** A service that stands in a script itself. */
    ServiceSketch inline(ServiceId id, PackageScript script, Program program) {
        return of(id, script, program, Finishing.why("", program.text()));
    }

    /** A service that is a script of another package, started by a command in that one's folder. */
    ServiceSketch member(ServiceId id, PackageScript script, String command, PackageFile file) {
        return in(ServiceSketch.named(id, script.at()), script.text().span(), command, file, relative(file.folder()));
    }

    private ServiceSketch of(ServiceId id, PackageScript script, Program program, Optional<String> ends) {
        Span at = script.text().span();
        ServiceSketch blank = ServiceSketch.named(id, script.at());
        ServiceSketch service = ends.map(why ->
                        blank.with("type", "task", at, why).with("start_timeout", LONGEST_TASK, at, ""))
                .orElse(blank);
        return switch (program.where()) {
            case Where.Here _ -> here(service, script, program.text());
            case Where.Folder(var path) -> folder(service, script, program.text(), path);
            case Where.Workspace(var workspace, var text) -> workspaces
                    .find(workspace)
                    .map(file -> in(service, at, program.text(), file, relative(file.folder())))
                    .orElseGet(() -> unknown(service, script, workspace, text));
        };
    }

    private ServiceSketch here(ServiceSketch service, PackageScript script, String text) {
        Span at = script.text().span();
        Matcher windows = SET.matcher(text);
        if (windows.find()) {
            faults.warning(
                    "windows-shell",
                    "'" + windows.group().strip() + "' sets a variable in the shell of Windows alone",
                    at.of(windows.group(), 0),
                    "'cross-env " + windows.group(1) + "=…' does everywhere");
        }
        return service.running(scripts.of(text), at, "")
                .alsoIn(Map.of("npm_lifecycle_event", script.name()), at);
    }

    private ServiceSketch unknown(ServiceSketch service, PackageScript script, String workspace, String text) {
        List<String> names = workspaces.all().values().stream().map(Workspaces::shortName).toList();
        faults.warning(
                "unknown-workspace",
                "the script '" + script.name() + "' names a workspace '" + workspace + "' that is not found",
                script.text().span().of(workspace, 0),
                Suggestion.hint(workspace, names));
        return here(service, script, text);
    }

    private ServiceSketch folder(ServiceSketch service, PackageScript script, String text, String path) {
        Span at = script.text().span();
        Optional<Path> folder = folders.folder(path);
        if (folder.filter(Files::isDirectory).isEmpty()) {
            faults.warning(
                    "missing-folder",
                    "there is no folder '" + path + "', in which the script '" + script.name() + "' runs",
                    at.of(path, 0),
                    script.text().text().contains("\\") ? "write '/' between folders: a shell takes a '\\' away" : "");
        }
        Optional<PackageFile> there = folder.flatMap(folders::in);
        return there.isPresent()
                ? in(service, at, text, there.get(), path)
                : service.running(text, at, "").with("working_dir", ServiceSketch.forShell(path), at, "");
    }

    private ServiceSketch in(ServiceSketch service, Span at, String text, PackageFile file, String folder) {
        Optional<String> script = Programs.script(text);
        if (script.isPresent() && !file.scripts().containsKey(script.get())) {
            faults.warning(
                    "unknown-script",
                    file.source().name() + " has no script '" + script.get() + "'",
                    at.of(script.get(), 0),
                    Suggestion.hint(script.get(), file.scripts().keySet()));
        }
        ServiceSketch there = service.running(folders.scripts(file).of(text), at, "").with("working_dir", ServiceSketch.forShell(folder), at, "");
        if (file.strict()) {
            return there;
        }
        String why = file.source().name() + " is no JSON to the letter, and package managers refuse it";
        Scalar path = new Scalar(at, BinPath.value(BinPath.of(file.folder())), false);
        Map<String, Entry> environment = Map.of("PATH", new Entry(new Scalar(at, "PATH", true), path));
        return there.with("environment", new Mapping(at, environment), why)
                .alsoIn(Map.of("npm_lifecycle_event", script.orElse(service.id().name())), at);
    }

    private String relative(Path folder) {
        return root.folder().relativize(folder).toString();
    }
}
