package dev.brummer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Option;

/**
 * An {@code up} as it would be typed for the process in the background: what is said to whoever waits for it is left
 * out, and what depends on the terminal is settled.
 *
 * @param colour whether the terminal at which it was typed welcomes colour
 */
record Retyped(Command.Invocation invocation, boolean colour) {
    private static final Set<String> LEFT_OUT =
            Set.of("detach", "wait", "timeout", "output", "no-prompt", "dir", "file", "profile", "color");

    /** Everything behind {@code brum}. */
    List<String> arguments() {
        GlobalOptions global = invocation.global();
        List<String> words = new ArrayList<>(List.of("--dir=" + global.folder()));
        global.files().forEach(file -> words.add("--file=" + file));
        global.profiles().forEach(profile -> words.add("--profile=" + profile));
        words.addAll(List.of("--color=" + (colour ? "always" : "never"), invocation.verb(), "--output=none"));
        for (Option option : invocation.typed().getOptions()) {
            if (!LEFT_OUT.contains(option.getLongOpt())) {
                String name = "--" + option.getLongOpt();
                words.add(option.hasArg() ? name + "=" + option.getValue() : name);
            }
        }
        words.add("--");
        words.addAll(invocation.typed().getArgList());
        return words;
    }
}
