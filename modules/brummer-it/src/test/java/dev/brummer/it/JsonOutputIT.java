package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program reads. That each line is JSON is a matter of course: the kit parses them all. */
@EndToEnd
class JsonOutputIT {
    private static List<JsonNode> lines(BrumRun up, String type) {
        return up.events().all().stream().filter(node -> node.path("type").asText().equals(type)).toList();
    }

    private static String[] keys(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.toArray(String[]::new);
    }

    @Test
    void aStateLineTellsServiceRunFromToAndReason(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  first: {type: task, command: "true"}
                  second: {type: task, command: "true", depends_on: [first]}
                """).up();

        up.awaitEnd().hasExitCode(0);

        List<JsonNode> states = lines(up, "state");
        assertThat(states).hasSizeGreaterThanOrEqualTo(5).allSatisfy(node -> {
            assertThat(keys(node)).contains("type", "time", "seq", "service", "from", "to", "reason");
            assertThat(Instant.parse(node.path("time").asText())).isNotNull();
        });
        assertThat(states.stream().filter(node -> node.path("to").asText().equals("waiting")))
                .allMatch(node -> node.path("run").isMissingNode());
        assertThat(states.stream().filter(node -> node.path("to").asText().matches("starting|completed")))
                .hasSize(4)
                .allMatch(node -> node.path("run").asInt() == 1);
    }

    @Test
    void aLogLineTellsStreamAndLevelAndItsTextHasNoEscapes(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web:
                    type: task
                    command: |
                      printf '\\033[31mred\\033[0m \\033[2Jtext\\n'
                      echo '{"level":"error"} "quoted" \\ and ü' >&2
                """).up("--color", "always");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web"))
                .containsExactlyInAnyOrder("red text", "{\"level\":\"error\"} \"quoted\" \\ and ü");
        assertThat(lines(up, "log")).allSatisfy(node -> assertThat(keys(node))
                .contains("type", "time", "seq", "service", "run", "stream", "text"));
        assertThat(lines(up, "log").stream().filter(node -> node.path("stream").asText().equals("stderr")))
                .singleElement()
                .satisfies(node -> assertThat(node.path("level").asText()).isEqualTo("error"));
    }

    @Test
    void sequenceNumbersGrow(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("services: {web: {type: task, command: seq 500}}\n").up();

        up.awaitEnd().hasExitCode(0);

        List<Long> numbers = up.events().all().stream().map(node -> node.path("seq").asLong()).toList();
        assertThat(numbers).hasSizeGreaterThan(500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void childrenAreNotToldThatColourIsWelcome(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("services: {web: {type: task, command: 'echo force=$FORCE_COLOR.'}}\n")
                .up("--color", "always");

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("force=.");
    }

    @Test
    void warningsForAPersonGoToStandardError(Sandbox sandbox) {
        Ended ended = sandbox.yaml("services: {web: {type: task, command: 'echo ${NOT_SET_ANYWHERE}'}}\n")
                .up()
                .awaitEnd()
                .hasExitCode(0);

        assertThat(ended.stderr()).contains("NOT_SET_ANYWHERE");
        assertThat(ended.stdout()).doesNotContain("warning");
    }

    @Test
    void aSinkWritesTheSameLinesToAFile(Sandbox sandbox) {
        sandbox.yaml("""
                services: {web: {type: task, command: echo hello}}
                sinks: [{jsonl: {path: logs/brummer.jsonl}}]
                """).brum("up").run().hasExitCode(0);

        assertThat(sandbox.read("logs/brummer.jsonl").lines())
                .anyMatch(line -> line.contains("\"type\":\"log\"") && line.contains("\"text\":\"hello\""))
                .anyMatch(line -> line.contains("\"type\":\"state\"") && line.contains("\"to\":\"completed\""));
    }
}
