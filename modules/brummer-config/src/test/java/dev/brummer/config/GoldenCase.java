package dev.brummer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project of the corpus: {@code NAME.yaml}, a folder {@code NAME}, or one that is made by {@link Monsters}. A comment
 * {@code #! --profile a --env B=c NODE_ENV=d} in the first line of its brummer.yaml says how it is loaded.
 */
record GoldenCase(String name, boolean coloured) {
    private static final Path CORPUS = Path.of("src/test/resources/diagnostics");

    static List<GoldenCase> all() throws IOException {
        Map<String, GoldenCase> cases = new TreeMap<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".yaml") || Files.isDirectory(file)) {
                    add(name.replace(".yaml", ""), cases);
                }
            }
        }
        Monsters.ALL.keySet().forEach(name -> add(name, cases));
        return List.copyOf(cases.values());
    }

    private static void add(String name, Map<String, GoldenCase> cases) {
        cases.put(name, new GoldenCase(name, Files.exists(CORPUS.resolve(name + ".expected-colour"))));
    }

    Path file(String ending) {
        return CORPUS.resolve(name + ending);
    }

    /** Writes the project into a folder. */
    LoadRequest lay(Path folder) throws IOException {
        byte[] monster = Monsters.ALL.get(name);
        if (monster != null) {
            Files.write(folder.resolve("brummer.yaml"), monster);
            return LoadRequest.of(folder, Map.of());
        }
        if (name.equals("no-folder")) {
            return LoadRequest.of(folder.resolve("services/user"), Map.of());
        }
        if (Files.isDirectory(file(""))) {
            copy(file(""), folder);
        } else {
            Files.copy(file(".yaml"), folder.resolve("brummer.yaml"));
        }
        return request(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static LoadRequest request(Path folder) throws IOException {
        Path main = folder.resolve("brummer.yaml");
        String first = Files.exists(main) ? Files.readString(main).lines().findFirst().orElse("") : "";
        List<String> profiles = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        Map<String, String> overrides = new HashMap<>();
        Map<String, String> caller = new HashMap<>();
        String[] words = first.startsWith("#! ") ? first.substring(3).split(" ") : new String[0];
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--profile" -> profiles.add(words[++i]);
                case "--file" -> files.add(Path.of(words[++i]));
                case "--env" -> put(words[++i], overrides);
                default -> put(words[i], caller);
            }
        }
        return new LoadRequest(folder, files, profiles, caller, overrides, Set.of());
    }

    private static void put(String assignment, Map<String, String> variables) {
        String[] parts = assignment.split("=", 2);
        variables.put(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return name;
    }
}
