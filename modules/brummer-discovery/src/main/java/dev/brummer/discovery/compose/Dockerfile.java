package dev.brummer.discovery.compose;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.config.yaml.YamlReader;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The last {@code CMD} of a Dockerfile, where what it runs is in the folder that the image is built from. Immutable. */
record Dockerfile(SourceFile source) {
    // They run a file, or a module, that is named right behind them.
    private static final Set<String> INTERPRETERS = Set.of("node", "python", "python3", "ruby", "php", "bun", "deno");
    private static final Set<String> SERVERS = Set.of("uvicorn", "gunicorn", "hypercorn", "daphne");

    static Optional<Dockerfile> read(Path path) {
        SourceFile source = Files.isRegularFile(path) ? TextFile.read(path, path.toString(), new Faults()) : null;
        return Optional.ofNullable(source).map(Dockerfile::new);
    }

    /** What it runs, unless that is made while the image is built, or is of the image alone. */
    Optional<Said> command(Path folder) {
        int line = lastCommand();
        if (line < 0) {
            return Optional.empty();
        }
        String text = source.line(line).strip().substring("CMD".length()).strip();
        Span at = new Span(source, line, 0, line, source.line(line).length());
        List<String> words = words(text);
        if (words.isEmpty() || !isHere(words, folder)) {
            return Optional.empty();
        }
        Node command = text.startsWith("[")
                ? new Sequence(at, words.stream().map(word -> (Node) new Scalar(at, word, false)).toList())
                : new Scalar(at, text, false);
        return Optional.of(new Said(command, "the CMD of its Dockerfile"));
    }

    /** The line of the last {@code CMD} of the last stage, or -1 where there is none, or it does not say it all. */
    private int lastCommand() {
        int found = -1;
        for (int i = 0; i < source.lineCount(); i++) {
            String line = source.line(i).strip();
            switch (line.split("\\s", 2)[0].toUpperCase(Locale.ROOT)) {
                case "FROM" -> found = -1;
                case "ENTRYPOINT" -> {
                    return -1;
                }
                case "CMD" -> found = line.endsWith("\\") ? -1 : i;
                default -> {
                    // Nothing else says what is run.
                }
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        if (!text.startsWith("[")) {
            boolean plain = text.matches("[A-Za-z0-9_@%+=:,./ -]+");
            return plain ? List.of(text.split(" +")) : List.of();
        }
        // An array of JSON is YAML too.
        Node read = YamlReader.read(new SourceFile("", text), new Faults());
        return read instanceof Sequence list ? Values.texts(list) : List.of();
    }

    private static boolean isHere(List<String> words, Path folder) {
        String program = words.getFirst();
        String first = words.size() > 1 ? words.get(1) : "";
        if (INTERPRETERS.contains(program)) {
            return !first.startsWith("-") && !first.isEmpty() && Files.isRegularFile(folder.resolve(first));
        }
        boolean module = SERVERS.contains(program) && first.matches("[A-Za-z0-9_.]+:[A-Za-z0-9_]+");
        return module && Files.isRegularFile(folder.resolve(first.split(":", 2)[0].replace('.', '/') + ".py"));
    }
}
