package dev.brummer.discovery.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that a program runs first. */
record Entry(Path file, Language language) {
    private static final Set<String> JS_PROGRAMS = Set.of(
            "node", "nodemon", "node-dev", "tsx", "ts-node", "ts-node-dev", "tsnd", "bun", "deno", "babel-node",
            "vite-node", "swc-node", "nest");
    private static final List<String> JS_ENDINGS =
            List.of("", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", "/index.js", "/index.ts");
    private static final Set<String> WITH_FILE = Set.of(
            "-r", "--require", "--import", "--loader", "--experimental-loader", "-C", "--config", "-P", "--project",
            "--tsconfig", "-w", "--watch", "--watch-path", "-i", "--ignore", "--env-file", "-e", "--ext");
    private static final List<String> JS_USUAL = List.of(
            "src/index", "src/server", "src/app", "src/main", "index", "server", "app", "main");
    private static final Pattern BUILT = Pattern.compile("(?:\\./)?(?:dist|build|lib|out)/(.*?)(?:\\.[cm]?js)?");
    private static final Set<String> PYTHON_SERVERS = Set.of("uvicorn", "gunicorn", "hypercorn", "daphne");
    private static final Pattern MODULE = Pattern.compile("[\\w.]+:[\\w.]+(?:\\(\\))?");
    private static final Pattern IMPORT = Pattern.compile(
            "(?:\\brequire\\s*\\(\\s*|\\bfrom\\s+|\\bimport\\s+)(['\"])(\\.{1,2}/[^'\"]+)\\1");
    private static final int MOST_IMPORTS = 6;

    /** Empty where it is not plain which file that is. */
    static Optional<Entry> of(Launch launch, FolderFiles files) {
        String program = launch.program();
        if (JS_PROGRAMS.contains(program)) {
            return javaScript(launch, files);
        }
        if (program.matches("python[0-9.]*") || PYTHON_SERVERS.contains(program) || program.matches("flask|fastapi")) {
            return python(launch);
        }
        return Optional.empty();
    }

    private static Optional<Entry> javaScript(Launch launch, FolderFiles files) {
        List<String> words = launch.words();
        for (int i = 1; i < words.size(); i++) {
            boolean valued = WITH_FILE.contains(words.get(i - 1)) && !launch.program().equals("tsx");
            boolean runs = words.get(i - 1).equals("--exec") || words.get(i - 1).equals("-x");
            if (runs) {
                List<String> inner = List.of(words.get(i).split("\\s+"));
                return javaScript(new Launch(launch.folder(), inner, launch.variables(), false, launch.at()), files);
            }
            boolean named = !valued && !words.get(i).startsWith("-");
            Optional<Path> file = named ? module(launch.folder(), words.get(i), files) : Optional.empty();
            if (file.isPresent()) {
                return file.map(found -> new Entry(found, Language.JAVASCRIPT));
            }
        }
        return usual(launch.folder(), files).map(found -> new Entry(found, Language.JAVASCRIPT));
    }

    private static Optional<Path> module(Path folder, String written, FolderFiles files) {
        if (written.equals(".") || written.equals("./")) {
            return usual(folder, files);
        }
        Optional<Path> file = existing(folder, written);
        Matcher built = BUILT.matcher(written);
        return file.isPresent() || !built.matches()
                ? file
                : existing(folder, "src/" + built.group(1)).or(() -> existing(folder, built.group(1)));
    }

    private static Optional<Path> existing(Path folder, String written) {
        return JS_ENDINGS.stream()
                .flatMap(ending -> FolderFiles.path(folder, written + ending).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> usual(Path folder, FolderFiles files) {
        return PackageText.read(folder, files)
                .flatMap(PackageText::main)
                .flatMap(main -> module(folder, main.equals(".") ? "index" : main, files))
                .or(() -> JS_USUAL.stream().flatMap(name -> existing(folder, name).stream()).findFirst());
    }

    private static Optional<Entry> python(Launch launch) {
        for (String word : launch.words().subList(1, launch.words().size())) {
            String file = MODULE.matcher(word).matches() ? word.split(":", 2)[0].replace('.', '/') + ".py" : word;
            Optional<Path> found = file.endsWith(".py")
                    ? FolderFiles.path(launch.folder(), file).filter(Files::isRegularFile)
                    : Optional.empty();
            if (found.isPresent()) {
                return found.map(path -> new Entry(path, Language.PYTHON));
            }
        }
        return FolderFiles.path(launch.folder(), "app.py")
                .filter(path -> launch.words().contains("flask") && Files.isRegularFile(path))
                .map(path -> new Entry(path, Language.PYTHON));
    }

    /** The files beside it that it loads; of JavaScript alone. */
    List<Path> imports(CodeText code) {
        List<Path> imports = new ArrayList<>();
        Path folder = file.getParent();
        Matcher found = IMPORT.matcher(code.text());
        while (folder != null && language == Language.JAVASCRIPT && imports.size() < MOST_IMPORTS && found.find()) {
            // In TypeScript one writes the name that the file will have when it is built.
            String written = found.group(2).replaceFirst("\\.js$", "");
            existing(folder, written).ifPresent(imports::add);
        }
        return imports;
    }
}
