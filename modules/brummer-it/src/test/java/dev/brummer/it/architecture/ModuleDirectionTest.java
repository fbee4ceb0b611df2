package dev.brummer.it.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code spi ← core ← {config ← discovery, process, logs} ← insight ← runtime ← server ← cli}, and {@code api} under the last three. */
class ModuleDirectionTest {
    private static final List<String> JDK = List.of("java", "javax", "jdk");
    private static final String JSPECIFY = "org.jspecify.annotations";

    static Stream<Arguments> modules() {
        return Stream.of(
                module("spi", 25),
                module("testing", 15, "spi"),
                module("api", 4, "spi"),
                module("core", 60, "spi"),
                module("config", 60, "spi", "core"),
                module("discovery", 7, "spi", "core", "config"),
                module("process", 15, "spi", "core"),
                module("logs", 25, "spi", "core"),
                module("insight", 60, "spi", "core", "config", "process", "logs"),
                module("runtime", 20, "spi", "api", "core", "config", "process", "logs", "insight"),
                module("server", 12, "spi", "api", "core", "config", "process", "logs", "insight", "runtime", "plugins"),
                module("cli", 20, "spi", "api", "core", "config", "process", "logs", "insight", "runtime", "server", "discovery"));
    }

    /** @param classes how many it has at least */
    private static Arguments module(String name, int classes, String... mayUse) {
        return Arguments.of(name, classes, List.of(mayUse));
    }

    @ParameterizedTest(name = "{0} uses only {2}")
    @MethodSource("modules")
    void aModuleUsesOnlyThoseBelowIt(String module, int classes, List<String> below) {
        Set<String> allowed = new LinkedHashSet<>(below);
        allowed.add(module);

        Set<String> used = Production.in(Production.ROOT + "." + module, classes).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> Production.isIn(type, Production.ROOT))
                .map(ModuleDirectionTest::moduleOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(allowed).as("what %s uses", module).containsAll(used);
    }

    @Test
    void theServerSharesWithSinksHowEntriesAreWrittenAndNothingElse() {
        Set<String> used = Production.in(Production.ROOT + ".server", 12).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith(Production.ROOT + ".plugins"))
                .collect(Collectors.toSet());

        assertThat(used).containsExactly(Production.ROOT + ".plugins.json");
    }

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    @Test
    void everyModuleIsUnderThisRule() {
        Set<String> known = modules().map(each -> (String) each.get()[0]).collect(Collectors.toSet());
        known.add("plugins");

        Set<String> found = Production.all().stream().map(ModuleDirectionTest::moduleOf).collect(Collectors.toSet());

        assertThat(found).isEqualTo(known);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(Production.ROOT + ".(**)").should().beFreeOfCycles().check(Production.all());
    }

    @Test
    void theSpiSeesTheJdkAndJspecifyAlone() {
        assertSeesOnly(Production.ROOT + ".spi", 25, List.of());
    }

    static Stream<Arguments> plugins() {
        return Stream.of(
                Arguments.of("checks", 20, List.of("com.fasterxml.jackson.core")),
                Arguments.of("console", 8, List.of("org.fusesource.jansi", "dev.brummer.plugins.files")),
                Arguments.of("files", 3, List.of()),
                Arguments.of("json", 3, List.of("com.fasterxml.jackson.core")),
                Arguments.of("jsonl", 5, List.of("dev.brummer.plugins.files", "dev.brummer.plugins.json")),
                Arguments.of("parsers", 25, List.of()),
                Arguments.of("webhook", 10, List.of("dev.brummer.plugins.json")));
    }

    @ParameterizedTest(name = "plugin {0} sees the SPI and {2}")
    @MethodSource("plugins")
    void aPluginSeesTheSpiAndItsOwnLibrariesAlone(String plugin, int classes, List<String> libraries) {
        List<String> allowed = Stream.concat(Stream.of(Production.ROOT + ".spi"), libraries.stream()).toList();

        assertSeesOnly(Production.ROOT + ".plugins." + plugin, classes, allowed);
    }

    @Test
    void everyPluginIsUnderThisRule() {
        Set<String> known = plugins().map(each -> (String) each.get()[0]).collect(Collectors.toSet());

        Set<String> found = Production.in(Production.ROOT + ".plugins", 30).stream()
                .map(type -> type.getPackageName().split("\\.")[3])
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(known);
    }

    private static void assertSeesOnly(String own, int classes, List<String> others) {
        List<String> allowed = Stream.of(List.of(own, JSPECIFY), JDK, others).flatMap(List::stream).toList();

        List<String> strangers = Production.in(own, classes).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isForeign(dependency.getTargetClass().getBaseComponentType(), allowed))
                .map(Dependency::getDescription)
                .toList();

        assertThat(strangers).isEmpty();
    }

    private static boolean isForeign(JavaClass type, List<String> allowed) {
        return !type.isPrimitive() && allowed.stream().noneMatch(name -> Production.isIn(type, name));
    }
}
