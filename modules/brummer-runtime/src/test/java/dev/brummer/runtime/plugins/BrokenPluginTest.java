package dev.brummer.runtime.plugins;

import static dev.brummer.runtime.plugins.SamplePlugins.check;
import static dev.brummer.runtime.plugins.SamplePlugins.checkOf;
import static dev.brummer.runtime.plugins.SamplePlugins.checkSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Severity;
import dev.brummer.core.TestingJar;
import dev.brummer.spi.HealthCheckFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a plugin can be broken is one sentence with its name, and harms no other. */
@Timeout(60)
class BrokenPluginTest {
    private static final String BROKEN = ".brummer/plugins/broken.jar ";

    @TempDir
    private Path project;

    private PluginCatalog found() {
        check("fine", "null").write(project.resolve(".brummer/plugins/fine.jar"));
        return new PluginSearch(project, Map.of()).found();
    }

    private Diagnostic onlyFault() {
        PluginCatalog found = found();
        assertThat(found.check("fine").plugin().isDroppedIn()).isTrue();
        assertThat(found.known().broken()).containsExactly(BROKEN.strip());
        assertThat(found.known().diagnostics()).hasSize(1);
        Diagnostic fault = found.known().diagnostics().getFirst();
        assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        assertThat(fault.notes()).as("what to do").hasSize(1).allMatch(note -> !note.isBlank());
        return fault;
    }

    private static Arguments jar(TestingJar jar, String why) {
        return Arguments.of(jar, why);
    }

    private static TestingJar options(String expression) {
        return checkOf(checkSource("acme", "", expression, "null"));
    }

    private static TestingJar members(String members) {
        return checkOf(checkSource("acme", members, "List.of()", "null"));
    }

    static Stream<Arguments> broken() {
        String option = "List.of(OptionSpec.withDefault(\"%s\", OptionType.%s, \"%s\", \"Some.\"))";
        return Stream.of(
                jar(new TestingJar().source("acme.Lib", "package acme; class Lib {}"), "holds no plugin: it names no factory"),
                jar(new TestingJar().service(HealthCheckFactory.class, "acme.Gone"),
                        "names a factory that cannot be used: acme.Gone is not in it"),
                jar(new TestingJar().source("acme.Acme", "package acme; public class Acme {}")
                                .service(HealthCheckFactory.class, "acme.Acme"),
                        "names a factory that cannot be used: acme.Acme is no HealthCheckFactory"),
                jar(members("private Acme() {}"), "names a factory that cannot be used: acme.Acme cannot be made"),
                jar(check("acme", "null").classFileVersion(70),
                        "was compiled for Java 26, and this is Java " + Runtime.version().feature()),
                jar(check("acme", "null").manifest("Brummer-Spi", "9.1"), "was made for version 9.1 of the SPI, and this brum has 1.0"),
                jar(check("acme", "null").manifest("Brummer-Spi", "new"), "does not say which SPI it was made for: 'new' is no version such as 1.0"),
                jar(members("public Acme() { throw new IllegalStateException(\"no\\nway\"); }"),
                        "threw IllegalStateException: no (Acme.java:7)"),
                jar(members("static int n = 1 / 0;"), "threw ArithmeticException: / by zero (Acme.java:7)"),
                jar(checkOf(checkSource("\" + List.of().getFirst() + \"", "", "List.of()", "null")), "threw NoSuchElementException"),
                jar(options("List.of(null, null)"), "threw NullPointerException"),
                jar(options("null"), "threw NullPointerException"),
                jar(checkOf(checkSource("Big Id", "", "List.of()", "null")), "has the id 'Big Id', which is not of small letters and digits"),
                jar(checkOf(checkSource("timeout", "", "List.of()", "null")), "has the id 'timeout', which is a key of healthcheck"),
                jar(options(option.formatted("camelCase", "STRING", "")),
                        "declares an option that cannot be: 'camelCase' is not of lower case words joined by _"),
                jar(options(option.formatted("port", "INTEGER", "many")),
                        "declares an option that cannot be: 'port' has a default that does not fit: it must be a whole number, not 'many'"),
                jar(options("List.of(OptionSpec.optional(\"a\", OptionType.STRING, \"\"), OptionSpec.optional(\"a\", OptionType.STRING, \"\"))"),
                        "declares an option that cannot be: 'a' is declared twice"),
                jar(members("lib.Words words = new lib.Words();").source("lib.Words", "package lib; public class Words {}")
                                .without("lib.Words"),
                        "lacks the class lib.Words"),
                jar(members("dev.brummer.spi.Tomorrow later = new dev.brummer.spi.Tomorrow();")
                                .source("dev.brummer.spi.Tomorrow", "package dev.brummer.spi; public class Tomorrow {}"),
                        "was made for another version of the SPI than 1.0: there is no dev.brummer.spi.Tomorrow"),
                jar(members("public Acme() { new ServiceId(\"a\").tomorrow(); }")
                                .source("dev.brummer.spi.ServiceId", """
                                        package dev.brummer.spi;
                                        public record ServiceId(String name) { public void tomorrow() {} }
                                        """),
                        "was made for another version of the SPI than 1.0: NoSuchMethodError"),
                jar(members("dev.brummer.core.text.Printable own = null; public Acme() { dev.brummer.core.text.Printable.of(\"\"); }"),
                        "uses dev.brummer.core.text.Printable, which is no part of the SPI"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("broken")
    void isToldOnceWithItsPathAndWhatToDo(TestingJar jar, String why) {
        jar.write(project.resolve(BROKEN.strip()));
        assertThat(onlyFault().message()).startsWith(BROKEN + why).doesNotContain("\n");
    }

    @Test
    void whatIsNoJarIsSaid() throws IOException {
        Path file = project.resolve(BROKEN.strip());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<html>404</html>");
        assertThat(onlyFault().message()).startsWith(BROKEN + "is no jar: ");
    }

    @Test
    void whatWasMadeForAnOlderInterfaceThatAskedForLessIsSaid() {
        new TestingJar()
                .source("dev.brummer.spi.HealthCheckFactory", """
                        package dev.brummer.spi;
                        public interface HealthCheckFactory { String id(); }
                        """)
                .source("acme.Acme", """
                        package acme;
                        public class Acme implements dev.brummer.spi.HealthCheckFactory {
                            public String id() { return "acme"; }
                        }
                        """)
                .service(HealthCheckFactory.class, "acme.Acme")
                .write(project.resolve(BROKEN.strip()));
        assertThat(onlyFault().message()).startsWith(BROKEN + "was made for another version of the SPI than 1.0: AbstractMethodError");
    }

    @Test
    void theOtherFactoriesOfTheSameJarAreOfUse() {
        SamplePlugins.sink("drain").service(HealthCheckFactory.class, "acme.Gone").write(project.resolve(BROKEN.strip()));
        assertThat(onlyFault().message()).contains("acme.Gone is not in it");
        assertThat(found().sink("drain").words()).isEqualTo("sink 'drain' of " + BROKEN.strip());
    }
}
