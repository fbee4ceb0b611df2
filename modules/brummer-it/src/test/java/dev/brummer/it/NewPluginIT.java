package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A new plugin builds and works as it comes. */
@EndToEnd
class NewPluginIT {
    @Test
    void whatIsWrittenBuildsOfflineAndFindsFacts(Sandbox sandbox) throws IOException {
        Ended written = sandbox.brum("plugins", "new", "acme-cache", "--package", "org.acme").run();
        assertThat(written.exitCode()).as(written.toString()).isZero();
        Path project = sandbox.project().resolve("acme-cache");
        assertThat(written.stdout()).contains(
                "cd '" + project + "'", "mvn -q package", "cp target/acme-cache.jar ../.brummer/plugins/");

        Ended built = sandbox.brum().from(project).inShell(mvn()).run();
        assertThat(built.exitCode()).as(built.toString()).isZero();
        assertThat(Files.readString(project.resolve("target/surefire-reports/org.acme.AcmeCacheParserTest.txt")))
                .contains("Tests run: 7, Failures: 0, Errors: 0, Skipped: 0");

        dropIn(project, sandbox.project());
        sandbox.yaml("""
                services:
                  shop:
                    type: task
                    command: echo "[ACME-cache] checkout took 120 ms"; echo "[acme-cache] cart took 99 ms"
                plugins:
                  config:
                    acme-cache: {slower_than: 100ms}
                """);
        assertThat(sandbox.brum("plugins").run().stdout())
                .containsPattern("acme-cache +parser +1\\.0\\.0 +\\.brummer/plugins/acme-cache\\.jar +ok");
        Ended up = sandbox.up().awaitEnd();
        assertThat(up.exitCode()).isZero();
        assertThat(up.stdout().lines().filter(line -> line.contains("\"type\":\"fact\""))).singleElement().asString()
                .contains("\"service\":\"shop\"", "\"kind\":\"acme-cache\",\"what\":\"checkout\",\"millis\":\"120\"");
    }

    /** Maven with what the build that runs this test has fetched. */
    private static String mvn() {
        String repository = System.getProperty("maven.repo.local");
        return "exec mvn -o -q -B package" + (repository == null ? "" : " -Dmaven.repo.local='" + repository + "'");
    }

    private static void dropIn(Path project, Path into) throws IOException {
        Path plugins = Files.createDirectories(into.resolve(".brummer/plugins"));
        Files.copy(project.resolve("target/acme-cache.jar"), plugins.resolve("acme-cache.jar"));
    }

    @Test
    void nothingIsOverwrittenAndNamesAreLookedAt(Sandbox sandbox) {
        sandbox.write("acme/notes", "mine");

        Ended taken = sandbox.brum("plugins", "new", "acme").run();
        Ended odd = sandbox.brum("plugins", "new", "Acme Cache").run();
        Ended typo = sandbox.brum("plugins", "nwe", "acme").run();

        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.stderr()).contains("there is something at " + sandbox.project().resolve("acme") + " already");
        assertThat(sandbox.read("acme/notes")).isEqualTo("mine");
        assertThat(odd.exitCode()).isEqualTo(2);
        assertThat(odd.stderr()).contains("how about 'acme-cache'?");
        assertThat(typo.exitCode()).isEqualTo(2);
        assertThat(typo.stderr()).contains("did you mean 'new'?");
    }
}
