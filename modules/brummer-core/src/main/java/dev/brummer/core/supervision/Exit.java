package dev.brummer.core.supervision;

import dev.brummer.core.model.Command;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a run's leader ended.
 *
 * @param code its exit code; 128 + n where signal n ended it, as a shell counts
 */
public record Exit(int code) {
    /** A shell line that runs one program, with nothing for the shell to do but that. */
    private static final Pattern SIMPLE = Pattern.compile("\\s*[A-Za-z0-9_./-]+(\\s+[^;&|<>()`$\"'\\\\]*)?");

    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"));

    /** In words for a person; names the program that was not found where the command is just that program. */
    public String words(Command command) {
        if (code == 127 && command instanceof Command.Shell(var line)) {
            String first = line.source().strip().split("\\s", 2)[0];
            if (SIMPLE.matcher(line.source()).matches()) {
                return "exit 127: command not found: " + first;
            }
        }
        return words();
    }

    /** Whether a shell found no command that it could have run. */
    boolean isWithoutCommand() {
        return code == 126 || code == 127;
    }

    /** In words for a person. */
    public String words() {
        String signal = SIGNALS.get(code - 128);
        return switch (code) {
            case 126 -> "exit 126: the command is not executable";
            case 127 -> "exit 127: command not found";
            case 137 -> "killed by SIGKILL (exit 137), likely out of memory";
            default -> signal == null ? "exit " + code : "killed by " + signal + " (exit " + code + ")";
        };
    }
}
