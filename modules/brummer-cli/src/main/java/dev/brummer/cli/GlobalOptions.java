package dev.brummer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/**
 * What every command understands.
 *
 * @param folder the project's folder, absolute
 * @param files the configuration files; empty to find them
 * @param profiles as they were typed
 */
record GlobalOptions(Path folder, List<Path> files, List<String> profiles, ColourChoice colour) {
    /** What tells the options whose values may be several. */
    private static final Class<?> REPEATED = String[].class;

    /** Adds the options to those of a command; without the letters, which commands may use for themselves. */
    static Options addTo(Options options, boolean letters) {
        return options.addOption(repeatable(
                        letters ? "d" : null, "dir", "DIR", "the project's folder; the current one if left out"))
                .addOption(repeatable(letters ? "f" : null, "file", "FILE", "use this configuration file; may be repeated"))
                .addOption(repeatable(
                        null, "profile", "P", "activate profiles, instead of BRUM_PROFILE or NODE_ENV; +P adds to them"))
                .addOption(repeatable(null, "color", "WHEN", "auto, always or never"));
    }

    /** An option of one value. */
    static Option option(@Nullable String letter, String name, String argument, String description) {
        return valued(letter, name, argument, description).get();
    }

    /** An option that may be given several times: all its values count, or the last. */
    static Option repeatable(@Nullable String letter, String name, String argument, String description) {
        return valued(letter, name, argument, description).type(REPEATED).get();
    }

    private static Option.Builder valued(@Nullable String letter, String name, String argument, String description) {
        return Option.builder(letter).longOpt(name).hasArg().argName(argument).desc(description);
    }

    /** Whether an option may be given several times. */
    static boolean isRepeatable(Option option) {
        return !option.hasArg() || option.getType().equals(REPEATED);
    }

    static Option flag(@Nullable String letter, String name, String description) {
        return Option.builder(letter).longOpt(name).desc(description).get();
    }

    /** Takes together what stands before and after the command. */
    static GlobalOptions of(CommandLine before, CommandLine after, Path current) throws UsageException {
        Path folder = current;
        for (String dir : values("dir", before, after)) {
            folder = current.resolve(dir).normalize();
        }
        ColourChoice colour = ColourChoice.AUTO;
        for (String word : values("color", before, after)) {
            colour = ColourChoice.of(word);
        }
        List<Path> files = values("file", before, after).stream().map(current::resolve).toList();
        return new GlobalOptions(folder, files, values("profile", before, after), colour);
    }

    private static List<String> values(String name, CommandLine before, CommandLine after) {
        List<String> values = new ArrayList<>(given(before, name));
        values.addAll(given(after, name));
        return values;
    }

    private static List<String> given(CommandLine line, String name) {
        String[] values = line.getOptionValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
