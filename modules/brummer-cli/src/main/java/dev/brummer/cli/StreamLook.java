package dev.brummer.cli;

import org.apache.commons.cli.CommandLine;

/**
 * How a stream is shown.
 *
 * @param timestamps whether with the time of each line
 * @param prefix whether with who wrote a line
 * @param prompt whether with a line to type at below it
 */
record StreamLook(boolean timestamps, boolean prefix, boolean prompt) {
    static StreamLook of(CommandLine typed) {
        return new StreamLook(
                typed.hasOption("timestamps"), !typed.hasOption("no-prefix"), !typed.hasOption("no-prompt"));
    }
}
