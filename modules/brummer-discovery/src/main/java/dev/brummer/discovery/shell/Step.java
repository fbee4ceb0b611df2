package dev.brummer.discovery.shell;

/**
 * What a shell does before it looks at how to go on.
 *
 * @param begin where it begins, in the text of its line
 * @param text as it was written, without what joins it to the next
 */
public record Step(int begin, String text, Content content, Joint then) {}
