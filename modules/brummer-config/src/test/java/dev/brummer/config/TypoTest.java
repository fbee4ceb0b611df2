package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadResult.Faulty;
import dev.brummer.config.keys.BackoffKeys;
import dev.brummer.config.keys.DependencyKeys;
import dev.brummer.config.keys.EnvFileKeys;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.StageKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks every key of the examples one letter at a time: the fault is found on its line, and the key suggested. */
class TypoTest {
    private static final Pattern KEY = Pattern.compile("(?<=^|[ {])([a-z_]+)(?=:( |$|\\n))", Pattern.MULTILINE);

    @TempDir
    Path folder;

    static Stream<Path> examples() {
        return ExampleTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isLocatedAndTheKeyIsSuggested(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (MatchResult key : KEY.matcher(text).results().toList()) {
            if (!isDeclared(key.group(1)) || isComment(text, key.start()) || isName(text, key)) {
                continue;
            }
            for (String typo : typos(key.group(1))) {
                tried++;
                check(text, key, typo, missed);
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(missed).isEmpty();
    }

    private void check(String text, MatchResult key, String typo, List<String> missed) throws IOException {
        Path copy = folder.resolve("brummer.yaml");
        Files.writeString(copy, text.substring(0, key.start()) + typo + text.substring(key.end()));
        int line = (int) text.substring(0, key.start()).lines().count();
        int at = text.charAt(key.start() - 1 < 0 ? 0 : key.start() - 1) == '\n' || key.start() == 0 ? line : line - 1;
        LoadResult result = BundledPlugins.loader().load(LoadRequest.of(folder, Map.of()));
        List<Diagnostic> faults = result instanceof Faulty(var all) ? all : List.of();
        boolean found = faults.stream().anyMatch(fault -> !fault.frames().isEmpty()
                && fault.frames().getFirst().at().line() == at
                && fault.frames().getFirst().label().contains("'" + key.group(1) + "'"));
        if (!found) {
            missed.add((at + 1) + ": " + typo + " for " + key.group(1) + ": " + faults);
        }
    }

    /** One letter dropped, swapped with the next, or added. Those that make another key of the same place are none. */
    private static Set<String> typos(String key) {
        Set<String> typos = new LinkedHashSet<>();
        for (int i = 0; i < key.length(); i++) {
            typos.add(key.substring(0, i) + key.substring(i + 1));
            typos.add(key.substring(0, i) + "q" + key.substring(i));
            if (i + 1 < key.length()) {
                typos.add(key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2));
            }
        }
        typos.remove(key);
        typos.remove("");
        return typos;
    }

    private static boolean isDeclared(String name) {
        return Stream.of(
                        TopKeys.KEYS, TopKeys.PROFILE_KEYS, ServiceKeys.KEYS, HealthKeys.KEYS, BackoffKeys.KEYS,
                        DependencyKeys.KEYS, EnvFileKeys.KEYS, StageKeys.KEYS, PluginKeys.KEYS)
                .map(KeySet::names)
                .anyMatch(names -> names.contains(name));
    }

    private static boolean isComment(String text, int at) {
        int line = text.lastIndexOf('\n', at) + 1;
        return text.substring(line, at).contains("#");
    }

    /** A service or sink may be called as a key is. */
    private static boolean isName(String text, MatchResult key) {
        return text.startsWith("- ", Math.max(0, key.start() - 2)) && key.group(1).equals("console");
    }
}
