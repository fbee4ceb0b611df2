package dev.brummer.cli.prompt;

import dev.brummer.api.QueryFaultException;
import java.util.List;
import java.util.function.Supplier;

/** What a word behind a slash does. Commands are called by the prompt's thread, one at a time. */
public interface SlashCommand {
    /** How it is typed, and what for. */
    Usage usage();

    /**
     * Does it.
     *
     * @param operand what stands behind the word, without blanks around it; may be empty
     * @throws QueryFaultException if the operand has to be a query and is none
     */
    Reply run(String operand) throws QueryFaultException;

    /**
     * What the word that is being typed may become.
     *
     * @param word as far as it has been typed; the last one of the operand
     */
    default List<Proposal> proposals(String word) {
        return List.of();
    }

    /**
     * How a command is typed, and what for.
     *
     * @param word without its slash
     * @param operand what stands behind it, as {@code QUERY}; empty where nothing does
     * @param summary one line for the list of commands
     */
    record Usage(String word, String operand, String summary) {
        /** As help shows it: {@code /show QUERY}. */
        public String typed() {
            return operand.isEmpty() ? "/" + word : "/" + word + " " + operand;
        }
    }

    /** What a person sees of what a command did. */
    sealed interface Reply {
        /** Nothing more than what changes in the stream or in the prompt itself. */
        Reply QUIET = new Text("");

        /** @param lines without a line end at the end */
        record Text(String lines) implements Reply {}

        /**
         * What was typed is no query.
         *
         * @param line what was typed, or the piece of it around the place
         * @param pointer what stands below it: blanks, a caret under the place, and why
         */
        record Fault(String line, String pointer) implements Reply {}

        /**
         * Something is asked before it is done.
         *
         * @param text what is asked, without how to answer it
         * @param yes does it
         */
        record Question(String text, Supplier<Reply> yes) implements Reply {}

        /** The screen is to be emptied. */
        record EmptyScreen() implements Reply {}
    }
}
