package dev.brummer.discovery.script;

import dev.brummer.discovery.shell.Content;
import dev.brummer.discovery.shell.ShellLine;
import dev.brummer.discovery.shell.Step;
import dev.brummer.discovery.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the text of a script runs, as far as one looks at it from outside. */
public final class Programs {
    private static final Set<String> INTERPRETERS =
            Set.of("node", "nodemon", "ts-node", "ts-node-dev", "tsx", "bun", "deno", "python", "python3", "exec");

    private Programs() {}

    /** The words of the command that a text runs last; empty where that is not plain to see. */
    public static Optional<List<String>> last(String text) {
        return ShellLine.parse(text).map(line -> line.steps().getLast()).flatMap(Programs::words);
    }

    private static Optional<List<String>> words(Step step) {
        if (!(step.content() instanceof Content.Simple simple)) {
            return Optional.empty();
        }
        List<Word> words = Invocation.of(simple).words();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.stream().map(word -> word.value().orElse(word.source())).toList());
    }

    /** A short name for what a text runs last: its program, or the file that an interpreter is given. */
    public static String name(String text) {
        return last(text).map(Programs::name).orElse("command");
    }

    private static String name(List<String> words) {
        String program = base(words.getFirst());
        if (!INTERPRETERS.contains(program)) {
            return program;
        }
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && !word.equals(".") && !word.equals("run"))
                .findFirst()
                .map(Programs::base)
                .filter(name -> !name.isEmpty())
                .orElse(program);
    }

    private static String base(String path) {
        String file = path.replaceAll("/+$", "").replaceAll("^.*/", "");
        return file.replaceFirst("(?<=.)\\.[A-Za-z]+$", "");
    }

    /** Whether a text starts containers in the background, and does nothing else. */
    public static boolean startsContainers(String text) {
        return text.contains("compose")
                && new MeaningReader(List.of()).read("", text) instanceof Meaning.Containers(_, Where.Here _);
    }

    /** The script that a text has a package manager run where it stands, and that alone. */
    public static Optional<String> script(String text) {
        return ShellLine.parse(text)
                .filter(line -> line.steps().size() == 1)
                .map(line -> line.steps().getFirst().content())
                .filter(Content.Simple.class::isInstance)
                .flatMap(content -> RunCall.of(Invocation.of((Content.Simple) content)))
                .filter(run -> run.explicit() && run.where() instanceof Where.Here)
                .map(RunCall::script);
    }
}
