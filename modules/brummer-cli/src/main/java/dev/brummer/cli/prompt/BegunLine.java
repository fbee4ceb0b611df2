package dev.brummer.cli.prompt;

/**
 * A line that a service has begun and not ended.
 *
 * @param name who writes it
 * @param longest how many characters the longest name has that may stand in the stream
 * @param colour of the name, as a number of the 256-colour palette
 * @param text what there is of it, which is shown as it is
 */
public record BegunLine(String name, int longest, int colour, String text) {}
