package dev.brummer.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/**
 * A word that {@code brum} understands. Known without making the command, which takes more.
 *
 * @param operands what stands after the options: {@code [SERVICE|STAGE…]}; may be empty
 * @param summary one sentence for the list of commands
 * @param ownOptions its options beside the global ones
 * @param overrides the variables that its options set, which loading the project needs to know
 * @param takes what its operands are
 */
record Verb(
        String name,
        String operands,
        String summary,
        Supplier<Options> ownOptions,
        Overrides overrides,
        Operands takes,
        Class<? extends Command> command) {
    /** All of them, in the order of the help. */
    static final List<Verb> ALL =
            Stream.of(
                            List.of(UpCommand.VERB, RunCommand.VERB, TestCommand.VERB, AttachCommand.VERB, DownCommand.VERB),
                            List.of(FleetReportCommand.PS, HealthCommand.VERB, WhyCommand.VERB),
                            List.of(FleetReportCommand.ALERTS, TopCommand.VERB, FleetReportCommand.CONNECTIONS),
                            ActCommand.verbs(),
                            List.of(WaitCommand.VERB, ReloadCommand.VERB, EnvCommand.VERB, ExecCommand.VERB),
                            List.of(LogsCommand.VERB, EventsCommand.VERB, ErrorsCommand.VERB, TraceCommand.VERB),
                            InsightCommand.verbs(),
                            List.of(ScriptsCommand.VERB, InitCommand.VERB, GraphCommand.VERB, ConfigCommand.VERB),
                            List.of(PluginsCommand.VERB, DoctorCommand.VERB, CapsuleCommand.VERB),
                            List.of(CompletionCommand.VERB))
                    .flatMap(List::stream)
                    .toList();

    /** Those that programs ask, and no help tells of. */
    static final List<Verb> HIDDEN = List.of(NamesCommand.VERB);

    /** What stands after the options. */
    enum Operands {
        /** Names of services and stages, which they enable without their profile. */
        NAMES,
        /** Names of services as people and lines call them. */
        SERVICES,
        /** What a running fleet knows the meaning of; the configuration is not asked. */
        FLEET,
        /** A service of a running fleet, and a command whose options are its own. */
        COMMAND,
        /** A service, which it enables without its profile, and words that are meant for its command. */
        NAME_AND_WORDS,
        /** A test, and a command or words for that of the test behind the mark that ends the options. */
        TEST,
        /** A query, in which a word of two or more letters after a hyphen is no option. */
        QUERY,
        /** Words that need neither the configuration nor a fleet to be understood. */
        PLAIN
    }

    /** A verb about services and stages. */
    static Verb naming(
            String name,
            String operands,
            String summary,
            Supplier<Options> ownOptions,
            Overrides overrides,
            Class<? extends Command> command) {
        return new Verb(name, operands, summary, ownOptions, overrides, Operands.NAMES, command);
    }

    /** A verb about a fleet that runs. */
    static Verb operating(
            String name,
            String operands,
            String summary,
            Supplier<Options> ownOptions,
            Class<? extends Command> command) {
        return new Verb(name, operands, summary, ownOptions, Overrides.NONE, Operands.FLEET, command);
    }

    /** A verb that asks the journal. */
    static Verb asking(
            String name,
            String operands,
            String summary,
            Supplier<Options> ownOptions,
            Class<? extends Command> command) {
        return new Verb(name, operands, summary, ownOptions, Overrides.NONE, Operands.QUERY, command);
    }

    /** Finds the variables that an invocation sets. */
    @FunctionalInterface
    interface Overrides {
        /** For verbs that set none. */
        Overrides NONE = _ -> Map.of();

        /** @throws UsageException if one is not of the form NAME=VALUE */
        Map<String, String> of(CommandLine typed) throws UsageException;
    }

    /** Whether it asks, or does something to, a fleet that runs. */
    boolean asksFleet() {
        return takes == Operands.FLEET || takes == Operands.COMMAND;
    }

    /** Whether only programs ask it, which take silence for an answer. */
    boolean isHidden() {
        return HIDDEN.contains(this);
    }

    /** Whether it needs the project's configuration, whatever runs. */
    boolean needsProject() {
        return !asksFleet() && takes != Operands.PLAIN;
    }

    /** Whether it only asks, or tells, what runs elsewhere. */
    boolean asks() {
        return takes != Operands.NAMES && takes != Operands.NAME_AND_WORDS && takes != Operands.TEST;
    }

    Options options() {
        return ownOptions.get();
    }
}
