package dev.brummer.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The profiles that a project has. */
public final class ProfileNames {
    private static final Pattern FILE = Pattern.compile("brummer\\.(?!local\\.)([^.]+)\\.ya?ml");

    private ProfileNames() {}

    /** Those that are declared, named by a service, or have a file; by name. */
    public static Set<String> of(LoadResult.Loaded loaded) {
        Set<String> names = new TreeSet<>(loaded.origins().profiles());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(loaded.project().folder(), "brummer.*.y*ml")) {
            for (Path file : files) {
                Matcher matcher = FILE.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    names.add(matcher.group(1));
                }
            }
        } catch (IOException unreadable) {
            // What is declared is known all the same.
            return names;
        }
        return names;
    }
}
