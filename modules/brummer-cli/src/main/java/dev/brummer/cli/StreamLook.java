package dev.brummer.cli;

import org.apache.commons.cli.CommandLine;

/**
 * How a stream is shown.
 *
 * @param timestamps whether with the time of each line
 * @param prefix whether with who wrote a line
 * @param prompt whether with a line to type at below it
 * @param json whether as JSON, one object a line, for a program
 */
record StreamLook(boolean timestamps, boolean prefix, boolean prompt, boolean json) {
    /** @throws UsageException if the output is neither text nor JSON */
    static StreamLook of(Command.Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        boolean json = Answering.json(invocation);
        boolean prompt = !json && !typed.hasOption("no-prompt");
        return new StreamLook(typed.hasOption("timestamps"), !typed.hasOption("no-prefix"), prompt, json);
    }
}
