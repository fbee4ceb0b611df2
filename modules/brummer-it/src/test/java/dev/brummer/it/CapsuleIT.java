package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.Canaries;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is known of a test that failed is kept in one file, which can be read anywhere. */
@EndToEnd
class CapsuleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROJECT = """
            services:
              db: {command: "echo up; exec sleep 1000", readiness: {log: up}}
              api: {command: "echo listening; until [ -e asked ]; do sleep 0.02; done; echo '[a1b2c3] GET /x - Start';
                              echo 'ERROR no such table'; exec sleep 1000", ports: [auto], readiness: {log: listening}}
              loud: {command: "echo on; yes spam | head -n 200000; echo over; exec sleep 1000", readiness: {log: over}}
              broken: {command: "echo 'ERROR out of memory'; exit 3", readiness: {log: never}, profiles: [broken]}
            tests:
              red: {command: "touch asked; until grep -q ERROR .brummer/journal/*/*; do sleep 0.02; done; exit 5"}
              green: {command: "true", up: [db]}
            """;

    private static List<Path> capsules(Sandbox sandbox) throws IOException {
        Path folder = sandbox.project().resolve(".brummer/capsules");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The folder that the only capsule has been unpacked into. */
    private static Path unpacked(Sandbox sandbox) throws IOException {
        Path folder = sandbox.beside("unpacked");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            try (ZipFile zip = new ZipFile(capsules(sandbox).getFirst().toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName()));
                }
            }
        }
        return folder;
    }

    @Test
    void aFailedTestLeavesOneThatTellsAllOfIt(Sandbox sandbox) throws IOException {
        Ended test = sandbox.yaml(PROJECT).brum("test", "red").run().hasExitCode(5);
        assertThat(capsules(sandbox)).hasSize(1);
        Path capsule = capsules(sandbox).getFirst();
        assertThat(test.stderr())
                .contains("brum: what is known of it is kept in .brummer/capsules/" + capsule.getFileName() + "; 'brum ");

        assertThat(sandbox.brum("capsule").run().hasExitCode(0).stdout())
                .contains(capsule.getFileName().toString())
                .contains("red failed after ");
        assertThat(sandbox.brum("capsule", "show").run().hasExitCode(0).stdout())
                .contains(": the command ended with 5\n")
                .contains("errors while it ran:\n1×  no such table\n")
                .containsPattern("db +ready ");
        assertThat(sandbox.brum("capsule", "show", capsule.toString(), "log.txt").run().hasExitCode(0).stdout())
                .containsPattern("db +\\| up\n")
                .containsPattern("api +\\| \\[a1b2c3\\] GET /x - Start\n")
                .containsPattern("loud +\\| over\n")
                .containsPattern("db +> ready in ")
                .hasSizeLessThan(6 << 20);
        for (String part : List.of("outcome", "services", "health", "causes", "errors", "ports", "versions")) {
            assertThat(JSON.readTree(unpacked(sandbox).resolve(part + ".json").toFile()).isContainerNode()).as(part).isTrue();
        }
        assertThat(sandbox.brum("capsule", "show", capsule.toString(), "outcome.json").run().stdout())
                .contains("\"verdict\": \"command-failed\"")
                .contains("\"exit\": 5");
        assertThat(unpacked(sandbox).resolve("ports.json")).content().contains("\"claimed_by\": \"api\"");
    }

    @Test
    void itIsReadWhereThereIsNoProject(Sandbox sandbox) throws IOException {
        sandbox.yaml(PROJECT).brum("--profile", "broken", "test", "green").run().hasExitCode(0);
        assertThat(capsules(sandbox)).isEmpty();
        sandbox.brum("--profile", "broken", "test", "red").run().hasExitCode(1);
        Path elsewhere = Files.createDirectories(sandbox.beside("elsewhere"));
        Path copy = Files.copy(capsules(sandbox).getFirst(), elsewhere.resolve("copy.zip"));
        sandbox.brum("-d", elsewhere.toString(), "capsule", "show").run().hasExitCode(2);
        assertThat(sandbox.brum("-d", elsewhere.toString(), "capsule", "show", copy.toString()).run().hasExitCode(0).stdout())
                .contains("red failed after ")
                .contains("ready    never: the services did not get ready\n")
                .contains("broken failed at ")
                .contains("│ ERROR out of memory\n");
        assertThat(sandbox.brum("capsule", "show", "brummer.yaml").run().hasExitCode(2).stderr())
                .contains("brummer.yaml is no capsule");
    }

    @Test
    void noSecretIsInItThoughServicesWriteThem(Sandbox sandbox) throws Exception {
        long seed = Long.getLong("canary.seed", System.nanoTime());
        Canaries canaries = new Canaries(seed);
        sandbox.write(".env", "NAME='" + canaries.plantOdd(".env") + "'\nLINES='" + canaries.plantLines(".env") + "'\n");
        sandbox.write("more.env", "MORE=" + canaries.plant("the env_file") + "\nDIGITS=1234567\n");
        sandbox.yaml("""
                env_file: more.env
                services:
                  api:
                    command: 'printf "%%s\\n" "$NAME" "$LINES" "token=$MORE" "$API_TOKEN" "$URL" "ERROR at $API_TOKEN" "$PIN"; exec sleep 1000'
                    environment: {API_TOKEN: '%s', URL: 'redis://:%s@localhost/0', PIN_SECRET: "1000", PIN: "1000"}
                    readiness: {log: ERROR}
                tests:
                  red: {command: "exit 5 # ${MORE}", environment: {TEST_PASSWORD: '%s'}}
                """.formatted(
                        canaries.plantOdd("a variable"), canaries.plant("a URL"), canaries.plantOdd("a variable of the test")));
        sandbox.brum("test", "red").run().hasExitCode(5);
        Path unpacked = unpacked(sandbox);
        try (Stream<Path> parts = Files.list(unpacked)) {
            for (Path part : parts.filter(each -> each.toString().endsWith(".json")).toList()) {
                assertThat(JSON.readTree(part.toFile()).isContainerNode()).as("%s", part).isTrue();
            }
        }
        assertThat(canaries.find(unpacked, file -> true)).as("-Dcanary.seed=" + seed).isEmpty();
        assertThat(Files.readString(unpacked.resolve("log.txt"))).contains("token=***").contains("ERROR at ***");
        assertThat(canaries.find(sandbox.project().resolve(".brummer/journal"), file -> true)).isNotEmpty();
    }
}
