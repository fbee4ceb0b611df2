package dev.brummer.plugins.checks;

import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.PlainText;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.CheckContext.CommandResult;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.HealthCheck;
import java.io.IOException;

/** Asks a command by its exit code. */
final class ExecCheck implements HealthCheck {
    private static final int LONGEST_QUOTE = 120;

    private final CommandLine command;

    ExecCheck(CommandLine command) {
        this.command = command;
    }

    @Override
    public Answer check(CheckContext context) throws IOException, InterruptedException {
        Deadline deadline = Deadline.within(context.timeout());
        CommandResult result = context.run(command, Deadline.usable(context.timeout()));
        if (result.exitCode() == 0) {
            return Answer.passing("exit 0 in " + deadline.elapsed());
        }
        String said = lastLine(result.output());
        return Answer.failing("exit " + result.exitCode() + (said.isEmpty() ? ", no output" : ": " + said));
    }

    private static String lastLine(String output) {
        return PlainText.withoutEscapes(output)
                .lines()
                .map(line -> PlainText.oneLine(line, LONGEST_QUOTE))
                .filter(line -> !line.isEmpty())
                .reduce("", (_, last) -> last);
    }
}
