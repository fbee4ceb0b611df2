package dev.brummer.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries and dangerous calls stay behind one door each. */
class FencesTest {
    private static final String CLI = "dev.brummer.cli";
    private static final String PROCESS = "dev.brummer.process";

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("org.snakeyaml", List.of("dev.brummer.config")),
                Arguments.of("org.apache.commons.cli", List.of(CLI)),
                Arguments.of("org.jline", List.of(CLI + ".prompt")),
                Arguments.of("org.junit", List.of("dev.brummer.testing.junit")),
                Arguments.of("io.methvin", List.of("dev.brummer.runtime.watch")),
                Arguments.of("java.lang.foreign", List.of(PROCESS)),
                Arguments.of("oshi", List.of(PROCESS)));
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @MethodSource("libraries")
    void aLibraryIsUsedWhereItBelongs(String library, List<String> home) {
        List<JavaClass> users = Production.usersOf(library).toList();

        assertThat(users).as("users of %s: else this rule says nothing", library).isNotEmpty();
        assertThat(users).allMatch(type -> home.stream().anyMatch(name -> Production.isIn(type, name)), "in " + home);
    }

    static Stream<Arguments> librariesThatNotEverybodyUses() {
        return Stream.of(
                Arguments.of("org.fusesource.jansi", List.of(CLI, "dev.brummer.plugins.console")));
    }

    @ParameterizedTest(name = "{0} at most in {1}")
    @MethodSource("librariesThatNotEverybodyUses")
    void aLibraryIsUsedAtMostWhereItBelongs(String library, List<String> home) {
        List<JavaClass> users = Production.usersOf(library).toList();

        assertThat(Production.all()).hasSizeGreaterThan(users.size());
        assertThat(users).allMatch(type -> home.stream().anyMatch(name -> Production.isIn(type, name)), "in " + home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.brummer.spi", "dev.brummer.core", "dev.brummer.logs"})
    void jacksonIsKeptAwayFrom(String module) {
        List<JavaClass> users = Production.usersOf("com.fasterxml.jackson").toList();

        assertThat(Production.in(module, 25)).isNotEmpty();
        assertThat(users).isNotEmpty().noneMatch(type -> Production.isIn(type, module));
    }

    @Test
    void guiceIsKnownToModulesTheRuntimeAndTheEntryAlone() {
        List<JavaClass> users = Production.usersOf("com.google.inject").toList();

        assertThat(users).hasSizeGreaterThanOrEqualTo(3).allMatch(
                type -> type.getSimpleName().endsWith("Module")
                        || Production.isIn(type, "dev.brummer.runtime")
                        || outermost(type).equals("dev.brummer.cli.Main"),
                "a module, in the runtime, or Main");
    }

    @Test
    void processesAreStartedInTheProcessModuleAlone() {
        Set<String> callers = callers(call -> call.getTargetOwner().isEquivalentTo(ProcessBuilder.class)
                || (call.getTargetOwner().isEquivalentTo(Runtime.class) && call.getName().equals("exec")));

        assertThat(callers).isNotEmpty().allMatch(name -> name.startsWith(PROCESS + "."));
    }

    @Test
    void onlyMainExits() {
        Set<String> callers = callers(call -> (call.getTargetOwner().isEquivalentTo(System.class)
                        || call.getTargetOwner().isEquivalentTo(Runtime.class))
                && (call.getName().equals("exit") || call.getName().equals("halt")));

        assertThat(callers).containsExactly("dev.brummer.cli.Main");
    }

    @Test
    void onlyTheTerminalTouchesStandardOutputAndError() {
        Set<String> users = callers(access -> (access.getTargetOwner().isEquivalentTo(System.class)
                        || access.getTargetOwner().isEquivalentTo(java.io.FileDescriptor.class))
                && (access.getName().equals("out") || access.getName().equals("err")));

        assertThat(users).containsExactly("dev.brummer.cli.Terminal");
    }

    @Test
    void onlySystemTimeReadsTheTimeOfDay() {
        Set<String> callers = callers(call -> isClock(call.getTargetOwner(), call.getName()));

        assertThat(callers).containsExactly("dev.brummer.runtime.SystemTime");
    }

    private static boolean isClock(JavaClass owner, String method) {
        return (owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis"))
                || (Production.isIn(owner, "java.time") && method.equals("now"))
                || (owner.isEquivalentTo(java.time.Clock.class) && method.startsWith("system"))
                || (owner.isEquivalentTo(java.time.InstantSource.class) && method.equals("system"))
                || (owner.isEquivalentTo(java.util.Date.class) && method.equals("<init>"));
    }

    @Test
    void onlyDaemonThreadsMakesPlatformThreads() {
        Set<String> callers = callers(call -> call.getTargetOwner().isAssignableTo(Thread.class)
                && (call.getName().equals("<init>") || call.getName().equals("ofPlatform")));

        assertThat(callers).containsExactly("dev.brummer.process.DaemonThreads");
    }

    @Test
    void nobodySleeps() {
        assertThat(callers(call -> call.getName().equals("ofPlatform"))).as("calls on Thread are seen").isNotEmpty();

        Set<String> sleepers = callers(call -> (call.getTargetOwner().isEquivalentTo(Thread.class)
                        || call.getTargetOwner().isEquivalentTo(java.util.concurrent.TimeUnit.class))
                && call.getName().equals("sleep"));

        assertThat(sleepers).isEmpty();
    }

    /** The outermost classes that read a field, call or refer to a method, or call a constructor like this. */
    private static Set<String> callers(Predicate<JavaAccess<?>> such) {
        return Production.all().stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(such)
                .map(access -> outermost(access.getOriginOwner()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(FencesTest::outermost).orElse(type.getName());
    }
}
