package dev.brummer.cli.prompt;

/**
 * A line that a service has begun and not ended.
 *
 * @param margin who writes it, with blanks up to where the column of names ends in the stream
 * @param colour of the name, as a number of the 256-colour palette
 * @param text what there is of it, which is shown as it is
 */
public record BegunLine(String margin, int colour, String text) {}
