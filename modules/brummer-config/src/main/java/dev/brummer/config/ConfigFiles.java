package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files of a project and names them as a person reads them: relative to its folder. */
final class ConfigFiles {
    private static final String[] ENDINGS = {".yaml", ".yml"};

    private final Path folder;
    private final List<Path> given;
    private final Faults faults;

    ConfigFiles(LoadRequest request, Faults faults) {
        this.folder = request.folder();
        this.given = request.files();
        this.faults = faults;
    }

    /** The files that hold whatever the profiles; the first is the main one. Empty where none were given and none is there. */
    List<Path> main() {
        return given.isEmpty()
                ? find("brummer").map(List::of).orElse(List.of())
                : given.stream().map(folder::resolve).toList();
    }

    /** Says that there is no main file, and nothing instead of one. */
    void missing() {
        if (!Files.isDirectory(folder)) {
            faults.add(Diagnostic.error("no-folder", "there is no folder " + folder, "give another one with -d"));
            return;
        }
        String message = "there is no brummer.yaml in " + folder;
        faults.add(Diagnostic.error("no-file", message, "'brum init' writes one; -d names another folder"));
    }

    /** The overlay of a profile, unless the files were given. */
    Optional<Path> ofProfile(String profile) {
        return given.isEmpty() && !profile.equals("local") ? find("brummer." + profile) : Optional.empty();
    }

    /** A person's own overlay, unless the files were given. */
    Optional<Path> local() {
        return given.isEmpty() ? find("brummer.local") : Optional.empty();
    }

    private Optional<Path> find(String name) {
        List<Path> found = new ArrayList<>(1);
        for (String ending : ENDINGS) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                found.add(file);
            }
        }
        if (found.size() > 1) {
            String message = "there are both " + name + ".yaml and " + name + ".yml";
            faults.add(Diagnostic.error("two-files", message, "remove one"));
        }
        return found.stream().findFirst();
    }

    /** The file's text, or null where it cannot be read. */
    @Nullable SourceFile read(Path file) {
        return TextFile.read(file, name(file), faults);
    }

    /** A file of variables, or null where it cannot be read. */
    @Nullable SourceFile readVariables(Path file) {
        return TextFile.readVariables(file, name(file), faults);
    }

    String name(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : file.toString();
    }
}
