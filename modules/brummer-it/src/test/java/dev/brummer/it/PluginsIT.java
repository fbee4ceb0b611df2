package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestingJar;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OutputSinkFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plugins in jars that were dropped in: useful ones, broken ones and hostile ones. */
@EndToEnd
class PluginsIT {
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    /** A factory of checks in a few lines. */
    private static String check(String id, String options, String answer) {
        return """
                package acme;

                import dev.brummer.spi.*;
                import java.nio.file.*;
                import java.util.List;

                public class Acme implements HealthCheckFactory {
                    public String id() { return "%s"; }
                    public String description() { return "Asks Acme."; }
                    public List<OptionSpec> options() { return %s; }
                    public String scalarOption() { return options().isEmpty() ? "" : "path"; }
                    public HealthCheck create(Options options) {
                        return context -> %s;
                    }
                    static Answer spin() {
                        while (true) Thread.onSpinWait();
                    }
                }
                """.formatted(id, options, answer);
    }

    /** A factory of sinks, which write what happens to them into a file of the project. */
    private static String sink(String id, String accept) {
        return """
                package acme;

                import dev.brummer.spi.*;
                import java.io.IOException;
                import java.nio.file.*;
                import java.util.List;

                public class Drain implements OutputSinkFactory {
                    public String id() { return "%s"; }
                    public String description() { return "Keeps states."; }
                    public List<OptionSpec> options() { return List.of(); }
                    public OutputSink create(Options options, SinkContext context) {
                        Path file = context.folder().resolve("drained");
                        return new OutputSink() {
                            public void accept(List<JournalEntry> entries) throws IOException {
                                for (JournalEntry entry : entries) { %s }
                            }
                            public void flush() {}
                            public void close() throws IOException { write("closed"); }
                            private void write(String text) throws IOException {
                                Files.writeString(file, text + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                            }
                        };
                    }
                }
                """.formatted(id, accept);
    }

    private static Path dropped(Sandbox sandbox, String jar) {
        return sandbox.project().resolve(".brummer/plugins").resolve(jar);
    }

    private static void dropUseful(Sandbox sandbox) {
        String there = "Files.exists(Path.of(options.string(\"path\"))) ? Answer.passing(\"it is there\") : Answer.failing(\"not yet\")";
        new TestingJar()
                .source("acme.Acme", check("there", "List.of(OptionSpec.required(\"path\", OptionType.STRING, \"A file.\"))", there))
                .source("acme.Drain", sink("drain", "if (entry instanceof StateChange change) write(change.instance() + \" \" + change.to().word());"))
                .service(HealthCheckFactory.class, "acme.Acme")
                .service(OutputSinkFactory.class, "acme.Drain")
                .manifest("Implementation-Version", "2.1")
                .manifest("Brummer-Spi", "1.0")
                .write(dropped(sandbox, "acme.jar"));
    }

    private static void dropHostile(Sandbox sandbox) {
        new TestingJar()
                .source("acme.Acme", check("spin", "List.of()", "spin()"))
                .source("acme.Drain", sink("swamp", "while (true) Thread.onSpinWait();"))
                .service(HealthCheckFactory.class, "acme.Acme")
                .service(OutputSinkFactory.class, "acme.Drain")
                .write(dropped(sandbox, "hostile.jar"));
    }

    @Test
    void aCheckAndASinkServeAFleetBesideHostileOnesAndItEndsCleanly(Sandbox sandbox) {
        dropUseful(sandbox);
        dropHostile(sandbox);
        BrumRun up = sandbox.yaml("""
                sinks: [drain, swamp]
                services:
                  web: {command: touch %s; exec sleep 1000, readiness: {there: %s}}
                  victim:
                    command: exec sleep 1000
                    healthcheck: {spin: {}, interval: 100ms, timeout: 100ms}
                """.formatted(sandbox.project().resolve("here"), sandbox.project().resolve("here"))).up();

        up.await("web", "ready")
                .await("the check is switched off", () -> up.events().notices().stream()
                        .anyMatch(text -> text.startsWith("check 'spin' of .brummer/plugins/hostile.jar has not ended 3 times")));
        long begin = System.nanoTime();
        Ended ended = up.interrupt().hasExitCode(0);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST_END);
        assertThat(ended.stderr()).isEmpty();
        assertThat(up.events().reason("web", "ready")).isEqualTo("it is there");
        assertThat(up.events().states("victim")).contains("stopped").doesNotContain("ready");
        assertThat(up.events().notices())
                .contains("sink 'swamp' of .brummer/plugins/hostile.jar does not end in time, and is left alone");
        assertThat(sandbox.read("drained").lines()).contains("web ready", "web stopped").endsWith("closed");
    }

    @Test
    void aBrokenJarIsAWarningUntilSomebodyNeedsIt(Sandbox sandbox) {
        sandbox.write(".brummer/plugins/old.jar", "no jar at all");
        Ended ended = sandbox.yaml("services: {web: {command: 'true', type: task}}\n").brum("up").run().hasExitCode(0);
        assertThat(ended.stderr()).startsWith("warning[broken-plugin]: .brummer/plugins/old.jar is no jar");

        sandbox.yaml("services: {web: {command: 'true', readiness: {old: 1}}}\n").brum("up").run()
                .isRefusedWith("there is no check 'old'", "or is it in .brummer/plugins/old.jar, which cannot be used?");
    }

    @Test
    void twoWithTheSameIdAreRefusedAndBothAreNamed(Sandbox sandbox) {
        dropUseful(sandbox);
        new TestingJar()
                .source("acme.Acme", check("there", "List.of()", "null"))
                .service(HealthCheckFactory.class, "acme.Acme")
                .write(dropped(sandbox, "more/other.jar"));

        sandbox.yaml("services: {web: {command: 'true'}}\n").brum("up").run().isRefusedWith(
                "error[same-plugin]: .brummer/plugins/more brings check 'there', which .brummer/plugins/acme.jar brings too");
    }

    @Test
    void whatThereIsIsListedAlsoWithoutAProject(Sandbox sandbox) {
        Path own = sandbox.beside("config");
        new TestingJar()
                .source("acme.Acme", check("mine", "List.of()", "null"))
                .service(HealthCheckFactory.class, "acme.Acme")
                .write(own.resolve("brummer/plugins/mine.jar"));

        Ended without = sandbox.brum("plugins").env("XDG_CONFIG_HOME", own.toString()).run().hasExitCode(0);
        assertThat(without.lines()).anyMatch(line -> line.matches("http +check +\\S+ +bundled +ok"))
                .anyMatch(line -> line.matches("mine +check +- +" + own + "/brummer/plugins/mine.jar +ok"));
        assertThat(without.stderr()).isEmpty();

        dropUseful(sandbox);
        sandbox.write("tools/old.jar", "no jar");
        sandbox.yaml("plugins: {paths: [tools]}\nservices: {web: {command: 'true'}}\n");
        Ended within = sandbox.brum("plugins").run().hasExitCode(0);
        assertThat(within.lines()).anyMatch(line -> line.matches("there +check +2.1 +.brummer/plugins/acme.jar +ok"))
                .anyMatch(line -> line.matches("drain +sink +2.1 +.brummer/plugins/acme.jar +ok"))
                .anyMatch(line -> line.matches("- +- +- +tools/old.jar +is no jar: .*"));
        assertThat(sandbox.brum("plugins", "--output", "json").run().hasExitCode(0).stdout())
                .contains("\"description\" : \"Asks Acme.\"", "\"state\" : \"broken\"");
    }

    @Test
    void theSchemaHoldsTheirOptions(Sandbox sandbox) {
        dropUseful(sandbox);
        sandbox.yaml("services: {web: {command: 'true'}}\n");
        assertThat(sandbox.brum("config", "--schema").run().hasExitCode(0).stdout()).contains("\"there\"", "\"A file.\"");
    }

    @Test
    void gitSeesThePluginsOfAProjectAndNothingElseOfWhatBrummerKeepsAndRetentionLeavesThemAlone(Sandbox sandbox)
            throws IOException, InterruptedException {
        dropUseful(sandbox);
        sandbox.yaml("logs: {retain: {starts: 1}}\nservices: {web: {command: 'true', type: task}}\n");
        for (int start = 0; start < 3; start++) {
            sandbox.brum("up").run().hasExitCode(0);
        }
        git(sandbox, "init", "-q");
        assertThat(git(sandbox, "status", "--porcelain", "--untracked-files=all").lines())
                .containsExactlyInAnyOrder("?? .brummer/plugins/acme.jar", "?? brummer.yaml");
    }

    private static String git(Sandbox sandbox, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).directory(sandbox.project().toFile()).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
        return output;
    }
}
