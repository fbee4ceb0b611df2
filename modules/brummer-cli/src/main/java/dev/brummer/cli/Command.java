package dev.brummer.cli;

import org.apache.commons.cli.CommandLine;

/** Does what a {@link Verb} asks for. */
interface Command {
    /** @throws UsageException if what was typed, or the configuration, is not right */
    Outcome run(Invocation invocation) throws UsageException;

    /**
     * A command as it was typed.
     *
     * @param verb its name
     * @param typed its options and operands
     * @param line everything from {@code brum} up to the verb, for hints
     * @param bare whether no verb was typed
     */
    record Invocation(String verb, GlobalOptions global, CommandLine typed, String line, boolean bare) {}
}
