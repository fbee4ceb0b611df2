package dev.brummer.runtime;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.supervision.CheckRef;
import dev.brummer.runtime.plugins.PluginSearch;
import dev.brummer.runtime.plugins.SamplePlugins;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks of plugins that were dropped in, and how badly they may behave. */
@Timeout(30)
class StrangeCheckTest {
    private static final String JAR = ".brummer/plugins/acme.jar";
    private static final String OPTIONS =
            "List.of(OptionSpec.optional(\"pattern\", OptionType.STRING, \"What to look for.\"))";
    private static final CheckRef CHECK = new CheckRef.Readiness(0);
    private static final Duration LONG = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @AfterEach
    void free() {
        System.clearProperty("acme.free");
    }

    private TestingChecks checks(String members, String answer) throws IOException {
        SamplePlugins.checkOf(SamplePlugins.checkSource("acme", members, OPTIONS, answer)).write(folder.resolve(JAR));
        return new TestingChecks(
                folder, new ImaginedEngine(), service("web").checkedBy("acme"), new PluginSearch(folder, Map.of()).found());
    }

    @Test
    void isAskedWithItsOwnClassLoaderOnAThreadOfItsOwn() throws Exception {
        String own = "Thread.currentThread().getContextClassLoader() == Acme.class.getClassLoader()"
                + " && Thread.currentThread().getName().equals(\"plugin-checks\")";
        try (var checks = checks("", "Answer.passing(\"\" + (" + own + "))")) {
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.passing("true"));
        }
    }

    @Test
    void whatBreaksIsAFailingAnswerWithItsJarAndIsToldOnce() throws Exception {
        String fail = "static Answer fail() { throw new IllegalStateException(\"out of order\"); }";
        try (var checks = checks(fail, "fail()")) {
            String why = "check 'acme' of " + JAR + " broke: it threw IllegalStateException: out of order (Acme.java:7)";
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.failing(why));
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.failing(why));
            assertThat(checks.told).containsExactly(why);
        }
    }

    @Test
    void whatIsThrownUndeclaredIsNoWorse() throws Exception {
        String fail = """
                static Answer fail() { return Acme.<RuntimeException>sneaky(); }
                @SuppressWarnings("unchecked")
                static <T extends Throwable> Answer sneaky() throws T { throw (T) new java.sql.SQLException("no table"); }
                """;
        try (var checks = checks(fail, "fail()")) {
            assertThat(checks.ask(CHECK, LONG).reason()).contains(" broke: it threw SQLException: no table");
        }
    }

    @Test
    void aClassThatIsMissingOnlyWhenItIsAskedIsSaid() throws Exception {
        SamplePlugins.checkOf(SamplePlugins.checkSource("acme", "", OPTIONS, "Answer.passing(new lib.Words().toString())"))
                .source("lib.Words", "package lib; public class Words {}")
                .without("lib.Words")
                .write(folder.resolve(JAR));
        try (var checks = new TestingChecks(
                folder, new ImaginedEngine(), service("web").checkedBy("acme"), new PluginSearch(folder, Map.of()).found())) {
            assertThat(checks.ask(CHECK, LONG).reason()).isEqualTo("check 'acme' of " + JAR + " broke: it lacks the class lib.Words");
        }
    }

    @Test
    void noAnswerOrHalfOfOneIsAFailingOne() throws Exception {
        try (var checks = checks("static int n;", "n++ == 0 ? null : new Answer.Passing(null, List.of())")) {
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.failing("the check gave no answer"));
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.failing("the check gave no answer"));
        }
    }

    @Test
    void aFactoryThatMakesNoneOrThrowsIsSaid() throws Exception {
        SamplePlugins.checkOf(SamplePlugins.checkSource("acme", "", OPTIONS, "null")
                        .replace("return context -> null;", "throw new IllegalArgumentException(\"no such port\");"))
                .write(folder.resolve(JAR));
        try (var checks = new TestingChecks(
                folder, new ImaginedEngine(), service("web").checkedBy("acme"), new PluginSearch(folder, Map.of()).found())) {
            assertThat(checks.ask(CHECK, LONG)).isEqualTo(Answer.failing("check 'acme': no such port"));
            assertThat(checks.told).isEmpty();
        }
    }

    @Test
    void oneThatSpinsIsLeftAloneAndNotCalledAnyMoreUntilItHasEnded() throws Exception {
        String spin = """
                static Answer spin() {
                    while (System.getProperty("acme.free") == null) Thread.onSpinWait();
                    return Answer.passing("free");
                }
                """;
        Duration brief = Duration.ofMillis(100);
        try (var checks = checks(spin, "spin()")) {
            for (int time = 0; time < 3; time++) {
                assertThat(checks.ask(CHECK, brief)).isEqualTo(Answer.failing("no answer within 100 ms"));
            }
            assertThat(checks.told.poll(5, TimeUnit.SECONDS)).isEqualTo("check 'acme' of " + JAR
                    + " does not end when its time is up; its thread is left alone, and may keep a core busy");
            assertThat(checks.told.poll(5, TimeUnit.SECONDS)).isEqualTo("check 'acme' of " + JAR
                    + " has not ended 3 times, and is not called any more while it has not; a core may stay busy until brum ends");
            assertThat(checks.ask(CHECK, LONG))
                    .isEqualTo(Answer.unknown("check 'acme' of " + JAR + " is not called any more: it does not end"));
            assertThat(spinning()).as("one thread for all questions").isEqualTo(1);

            System.setProperty("acme.free", "");
            Answer answer = Answer.unknown("");
            while (answer instanceof Answer.Unknown) {
                answer = checks.ask(CHECK, LONG);
            }
            assertThat(answer).isEqualTo(Answer.passing("free"));
        }
    }

    private static long spinning() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> java.util.Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("spin")))
                .count();
    }
}
