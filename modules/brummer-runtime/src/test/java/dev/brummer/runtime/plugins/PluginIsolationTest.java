package dev.brummer.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.HealthCheckFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin sees, and what it does not. */
@Timeout(30)
class PluginIsolationTest {
    @TempDir
    private Path project;

    private final Path jar = Path.of(".brummer/plugins/acme.jar");

    private HealthCheckFactory found() {
        PluginCatalog catalog = new PluginSearch(project, Map.of()).found();
        assertThat(catalog.faults()).isEmpty();
        return catalog.check("acme").factory();
    }

    private String described(String members, String expression) {
        String source = SamplePlugins.checkSource("acme", members, "List.of()", "null")
                .replace("\"Asks Acme.\"", expression);
        SamplePlugins.checkOf(source).write(project.resolve(jar));
        return found().description();
    }

    @Test
    void itsOwnVersionOfALibraryIsUsedThatBrummerHasToo() {
        SamplePlugins.checkOf(SamplePlugins.checkSource("acme", "", "List.of()", "null")
                        .replace("\"Asks Acme.\"", "com.google.common.base.Strings.own() + com.fasterxml.jackson.core.JsonFactory.own()"))
                .source("com.google.common.base.Strings", """
                        package com.google.common.base;
                        public class Strings { public static String own() { return "own Guava, "; } }
                        """)
                .source("com.fasterxml.jackson.core.JsonFactory", """
                        package com.fasterxml.jackson.core;
                        public class JsonFactory { public static String own() { return "own Jackson"; } }
                        """)
                .write(project.resolve(jar));
        assertThat(found().description()).isEqualTo("own Guava, own Jackson");
        assertThat(com.google.common.base.Strings.nullToEmpty(null)).as("Brummer's is untouched").isEmpty();
    }

    @Test
    void ofBrummerItSeesTheSpiAloneAndOfLibrariesNone() {
        String seen = """
                static String seen(String... names) {
                    StringBuilder seen = new StringBuilder();
                    for (String name : names) {
                        try {
                            seen.append(Class.forName(name).getSimpleName()).append(' ');
                        } catch (ClassNotFoundException e) {
                            seen.append("- ");
                        }
                    }
                    return seen.toString();
                }
                """;
        String names = String.join("\", \"", List.of(
                "dev.brummer.spi.Answer", "dev.brummer.spi.text.FrameBuffer", "java.sql.Driver", "dev.brummer.core.text.Printable",
                "dev.brummer.runtime.plugins.Plugin", "com.google.common.base.Strings", "com.google.inject.Guice"));
        assertThat(described(seen, "seen(\"" + names + "\")")).isEqualTo("Answer FrameBuffer Driver - - - - ");
    }

    @Test
    void aCopyOfTheSpiThatItBringsIsPassedOver() {
        SamplePlugins.check("acme", "null")
                .source("dev.brummer.spi.CommandLine", "package dev.brummer.spi; public interface CommandLine {}")
                .write(project.resolve(jar));
        assertThat(found().getClass().getInterfaces()).containsExactly(HealthCheckFactory.class);
    }

    @Test
    void whatItLooksForByItsThreadsClassLoaderIsItsOwn() {
        assertThat(described("", "\"\" + (Thread.currentThread().getContextClassLoader() == Acme.class.getClassLoader())"))
                .isEqualTo("false");
        PluginCatalog catalog = new PluginSearch(project, Map.of()).found();
        assertThat(catalog.check("acme").descriptor().description()).as("asked by Brummer").isEqualTo("true");
    }

    @Test
    void aConstructorThatNeverReturnsIsLeftAlone() {
        SamplePlugins.checkOf(SamplePlugins.checkSource(
                        "acme", "public Acme() throws InterruptedException { new java.util.concurrent.CountDownLatch(1).await(); }", "List.of()", "null"))
                .write(project.resolve(jar));
        var location = new PluginLocation("acme.jar", List.of(project.resolve(jar)));
        assertThat(PluginReading.of(location, Duration.ofMillis(200)).faults())
                .extracting(PluginFault::reason)
                .containsExactly("was not made within 200ms, and may keep a core busy");
    }
}
