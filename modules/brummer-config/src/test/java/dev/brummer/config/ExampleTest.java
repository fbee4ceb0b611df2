package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.keys.LogKeys;
import dev.brummer.config.keys.AlertKeys;
import dev.brummer.config.keys.BackoffKeys;
import dev.brummer.config.keys.DependencyKeys;
import dev.brummer.config.keys.EnvFileKeys;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.StageKeys;
import dev.brummer.config.keys.TestKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people copy must load, and leave no key out. */
class ExampleTest {
    static Stream<Path> examples() {
        Path root = Projects.repository();
        return Stream.of(root.resolve("brummer.yaml.example"), root.resolve("examples/shop/brummer.yaml"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void loadsWithoutAWord(Path file) {
        for (List<String> profiles : List.of(List.<String>of(), List.of("staging"), List.of("production"))) {
            LoadRequest request =
                    new LoadRequest(file.getParent(), List.of(file), profiles, Map.of(), Map.of(), Set.of());
            assertThat(Projects.loaded(BundledPlugins.loader().load(request)).warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyKeySet")
    void showsEveryKey(KeySet keys) throws IOException {
        String example = Files.readString(Projects.repository().resolve("brummer.yaml.example"));
        assertThat(keys.names()).isNotEmpty().allSatisfy(name ->
                assertThat(Pattern.compile("(?m)(^|[ {#])" + Pattern.quote(name) + ":").matcher(example).find())
                        .as("'%s' is shown", name)
                        .isTrue());
    }

    static Stream<KeySet> everyKeySet() {
        return Stream.of(
                TopKeys.KEYS, TopKeys.PROFILE_KEYS, ServiceKeys.KEYS, HealthKeys.KEYS, BackoffKeys.KEYS,
                DependencyKeys.KEYS, EnvFileKeys.KEYS, StageKeys.KEYS, PluginKeys.KEYS, LogKeys.KEYS, AlertKeys.KEYS, AlertKeys.RATE_KEYS, LogKeys.RETAIN_KEYS,
                TestKeys.KEYS);
    }

    @Test
    void everyKeyHasItsComment() throws IOException {
        List<String> bare = Files.readAllLines(Projects.repository().resolve("brummer.yaml.example")).stream()
                .filter(line -> line.matches(" {4}[a-z_]+: .*"))
                .filter(line -> !line.contains("#") && !line.strip().startsWith("command:"))
                .toList();
        assertThat(bare).hasSizeLessThan(8);
    }
}
