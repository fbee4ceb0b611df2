package dev.brummer.discovery.processcompose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What runs the commands of a file.
 *
 * @param program empty where the file says none, so that it is bash
 * @param argument what stands before the command: {@code -c}
 */
record Shell(Optional<String> program, String argument) {
    // What a POSIX shell does not know.
    private static final Pattern BASH =
            Pattern.compile("\\[\\[ |\\bpipefail\\b|<\\(|>\\(|<<<|(^|[;&|]\\s*)source |\\bfunction \\w|&>|\\bdeclare ");

    static Shell of(Mapping root) {
        Mapping says = Values.map(root, "shell");
        return new Shell(
                Values.text(says, "shell_command"), Values.text(says, "shell_argument").orElse("-c"));
    }

    /** A command as {@code brummer.yaml} would have it: a line for {@code sh}, unless that would not do. */
    Node command(String line, Span at) {
        boolean plain = program.isEmpty() || program.get().equals("sh") || program.get().equals("bash");
        String shell = plain ? "bash" : program.get();
        boolean needed = !plain || BASH.matcher(line).find();
        return needed
                ? ServiceSketch.list(List.of(shell, argument, line), at)
                : new Scalar(at, line, false);
    }
}
