package dev.brummer.cli.prompt;

/**
 * Something that may have been meant.
 *
 * @param text in place of the word that is being typed
 * @param meaning what it is; may be empty
 * @param whole whether the word is complete then, and a blank follows
 */
public record Proposal(String text, String meaning, boolean whole) {
    static Proposal whole(String text, String meaning) {
        return new Proposal(text, meaning, true);
    }

    static Proposal begun(String text, String meaning) {
        return new Proposal(text, meaning, false);
    }
}
