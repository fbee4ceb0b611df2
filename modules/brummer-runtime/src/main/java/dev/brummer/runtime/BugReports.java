package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Tells of faults of Brummer's own: one line in the stream, which names the file that has the stack trace. What repeats
 * itself is told once. Never fails. Safe for use by several threads.
 */
final class BugReports {
    private static final int MOST_TOLD = 50;
    private static final long LONGEST_FILE = 1 << 20;

    private final Path file;
    private final Journal journal;
    private final InstantSource clock;
    private final UnaryOperator<String> wording;
    private final Set<String> told = new HashSet<>();

    /**
     * @param folder {@code .brummer} of the project
     * @param wording what makes of a text what anybody may read
     */
    BugReports(Path folder, Journal journal, InstantSource clock, UnaryOperator<String> wording) {
        this.file = folder.resolve("bugs.txt");
        this.journal = journal;
        this.clock = clock;
        this.wording = wording;
    }

    /** @param doing what could not be done, in words that follow "while" */
    synchronized void broke(String doing, Throwable fault) {
        if (told.size() < MOST_TOLD && told.add(doing + fault.getClass().getName())) {
            String first = fault.toString().lines().findFirst().orElse("");
            say("a bug in brum, while " + doing + ": " + first + "; " + written(doing, fault));
        }
    }

    /** Does something; whether it broke is told, and returned. */
    boolean done(String doing, Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException | Error e) {
            broke(doing, e);
            return false;
        }
    }

    private String written(String doing, Throwable fault) {
        StringWriter text = new StringWriter();
        text.append(clock.instant().toString()).append(" while ").append(doing).append('\n');
        fault.printStackTrace(new PrintWriter(text, true));
        try {
            boolean full = Files.exists(file) && Files.size(file) > LONGEST_FILE;
            Files.writeString(
                    file,
                    wording.apply(text.toString()),
                    StandardOpenOption.CREATE,
                    full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            return "its stack trace is in " + file;
        } catch (IOException e) {
            return "its stack trace could not be written to " + file + ": " + e.getMessage();
        }
    }

    private void say(String text) {
        try {
            long ignored = journal.notice(Level.ERROR, text);
        } catch (RuntimeException e) {
            // The journal is closed, or is what broke. The file has what there was to say.
            return;
        }
    }
}
