package dev.brummer.discovery.gradle;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.discovery.sketch.Leftover;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module that settings include.
 *
 * @param path as in Gradle, {@code :services:auth}; empty for the root
 */
record Include(String path, Span at) {
    // In Groovy with or without brackets, in Kotlin with them; the names may go on in the next line behind a comma.
    private static final Pattern CALL =
            Pattern.compile("(?m)^[ \\t]*include\\b[ \\t]*\\(?((?:\\s*['\"][^'\"\\n]*['\"]\\s*,?)*)(.?)");
    private static final Pattern NAME = Pattern.compile("['\"]([^'\"\\n]*)['\"]");
    private static final Pattern MOVED = Pattern.compile("(?m)^.*\\bprojectDir\\s*=.*$");
    private static final Pattern PLAIN = Pattern.compile(":?[A-Za-z0-9_.-]+(?:[:/][A-Za-z0-9_.-]+)*");

    /** Adds what is included by plain names; whatever else settings do is said. */
    static void read(SourceFile settings, List<Include> includes, List<Leftover> leftovers) {
        String text = settings.text();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            Span at = settings.span(call.start(), call.end());
            Matcher name = NAME.matcher(call.group(1));
            boolean found = false;
            while (name.find()) {
                found = true;
                int begin = call.start(1) + name.start();
                Span place = settings.span(begin, begin + name.group().length());
                if (PLAIN.matcher(name.group(1)).matches()) {
                    String path = name.group(1).replace('/', ':');
                    includes.add(new Include(path.startsWith(":") ? path : ":" + path, place));
                } else {
                    leftovers.add(new Leftover(place, "what is included here is worked out by a program", ""));
                }
            }
            if (!found) {
                leftovers.add(new Leftover(at, "what is included here is worked out by a program", ""));
            }
        }
        Matcher moved = MOVED.matcher(text);
        while (moved.find()) {
            Span at = settings.span(moved.start(), moved.end());
            leftovers.add(new Leftover(at, "that a module is in another folder is not understood", "add it by hand"));
        }
    }

    boolean isRoot() {
        return path.isEmpty();
    }

    String folder() {
        return path.substring(1).replace(':', '/');
    }

    String name() {
        return path.substring(path.lastIndexOf(':') + 1);
    }
}
